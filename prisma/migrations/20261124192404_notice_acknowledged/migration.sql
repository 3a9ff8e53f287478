-- AlterTable
ALTER TABLE "notices" ADD COLUMN     "acknowledged_at" TIMESTAMPTZ(3);
