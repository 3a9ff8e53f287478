-- DropIndex
DROP INDEX "notices_order_number_idx";

-- AlterTable
ALTER TABLE "notices" ADD COLUMN     "order_words" JSONB,
ADD COLUMN     "seq" BIGSERIAL NOT NULL,
ADD COLUMN     "withdrawn_at" TIMESTAMPTZ(3),
ADD COLUMN     "withdrawn_why" TEXT;

-- CreateIndex
CREATE INDEX "notices_order_number_to_seq_idx" ON "notices"("order_number", "to", "seq");
