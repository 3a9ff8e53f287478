-- AlterTable
ALTER TABLE "orders" ADD COLUMN     "lost_at" TIMESTAMPTZ(3),
ADD COLUMN     "refused" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateIndex
CREATE INDEX "orders_closed_at_number_idx" ON "orders"("closed_at", "number");
