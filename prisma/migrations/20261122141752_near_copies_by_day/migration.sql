-- DropIndex
DROP INDEX "document_sketch_bands_idx";

-- AlterTable
ALTER TABLE "document_sketch" DROP COLUMN "bands";
