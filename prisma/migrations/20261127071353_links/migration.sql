-- CreateTable
CREATE TABLE "links" (
    "id" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "order_number" TEXT NOT NULL,
    "exception_id" TEXT,
    "supplier_id" TEXT,
    "issued_by" TEXT NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "revoked_by" TEXT,
    "last_used_at" TIMESTAMPTZ(3),
    "wrong_tries" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "links_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "link_acts" (
    "link_id" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "acts" INTEGER NOT NULL,

    CONSTRAINT "link_acts_pkey" PRIMARY KEY ("link_id","day")
);

-- CreateIndex
CREATE INDEX "links_order_number_idx" ON "links"("order_number");
