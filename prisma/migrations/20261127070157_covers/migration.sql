-- AlterTable
ALTER TABLE "timeline" ADD COLUMN     "covers" JSONB;
