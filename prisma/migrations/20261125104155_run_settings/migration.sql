-- AlterTable
ALTER TABLE "run" ADD COLUMN     "settings" JSONB NOT NULL DEFAULT '{}';
