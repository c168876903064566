-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Version 2: scores of other diaries keep how they were given there, with their scale: "65 (0–100)", "moderate".
ALTER TABLE pain ADD COLUMN "original" TEXT;
