-- CreateTable
CREATE TABLE "curator_action" (
    "id" SERIAL NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "curator" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "detail" JSONB NOT NULL,
    "undone_at" TIMESTAMPTZ,
    "undone_by" TEXT,

    CONSTRAINT "curator_action_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "curator_action_at_idx" ON "curator_action"("at" DESC);
