-- AlterTable
ALTER TABLE "document" ADD COLUMN     "findings" BIGINT NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "report" ADD COLUMN     "relayed" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "document_sketch" (
    "document_id" BIGINT NOT NULL,
    "text_hash" BIGINT NOT NULL,
    "signature" BYTEA NOT NULL,
    "bands" INTEGER[],

    CONSTRAINT "document_sketch_pkey" PRIMARY KEY ("document_id")
);

-- CreateIndex
CREATE INDEX "document_sketch_bands_idx" ON "document_sketch" USING GIN ("bands");

-- AddForeignKey
ALTER TABLE "document_sketch" ADD CONSTRAINT "document_sketch_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE CASCADE ON UPDATE NO ACTION;
