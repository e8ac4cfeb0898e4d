-- CreateTable
CREATE TABLE "fetched_page" (
    "url" TEXT NOT NULL,
    "etag" TEXT,
    "last_modified" TEXT,
    "fetched_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "fetched_page_pkey" PRIMARY KEY ("url")
);
