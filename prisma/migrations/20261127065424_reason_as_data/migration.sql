-- AlterTable
ALTER TABLE "tasks" DROP COLUMN "because",
ADD COLUMN     "reason" JSONB;
