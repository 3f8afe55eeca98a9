/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-send-job.h"

G_BEGIN_DECLS

/**
 * SevenSeriesStep:
 * @SEVEN_SERIES_STEP_WAITING: its turn comes
 * @SEVEN_SERIES_STEP_SENDING: its answer is awaited
 * @SEVEN_SERIES_STEP_DONE: its record says what it came to
 * @SEVEN_SERIES_STEP_SKIPPED: it cannot be sent; the reason is said
 * @SEVEN_SERIES_STEP_NOT_SENT: the series ended before its turn
 *
 * How far a template of a series is.
 */
typedef enum
{
  SEVEN_SERIES_STEP_WAITING,
  SEVEN_SERIES_STEP_SENDING,
  SEVEN_SERIES_STEP_DONE,
  SEVEN_SERIES_STEP_SKIPPED,
  SEVEN_SERIES_STEP_NOT_SENT,
} SevenSeriesStep;

/**
 * SevenSeriesItem:
 *
 * One template of a series of tests. Properties (read-only): title (string: its usage type, or "Template 3"), label
 * (string: "Accepted · 100", "Waiting", "Skipped"), details (string: what seven said, parts, price, what Logto would have
 * said; or why it was skipped), icon-name, css-class ("success", "warning", "error", "dim-label"), sending (boolean),
 * accessible-name (string: all of it).
 */
#define SEVEN_TYPE_SERIES_ITEM (seven_series_item_get_type ())
G_DECLARE_FINAL_TYPE (SevenSeriesItem, seven_series_item, SEVEN, SERIES_ITEM, GObject)

SevenSeriesItem *seven_series_item_new (const char *title, const char *usage, SevenSendJob *job);
SevenSeriesItem *seven_series_item_new_skipped (const char *title, const char *usage, const char *reason);
const char *seven_series_item_get_title (SevenSeriesItem *self);
const char *seven_series_item_get_usage (SevenSeriesItem *self);
SevenSeriesStep seven_series_item_get_step (SevenSeriesItem *self);
void seven_series_item_set_step (SevenSeriesItem *self, SevenSeriesStep step);
void seven_series_item_skip (SevenSeriesItem *self, const char *reason);
const char *seven_series_item_get_reason (SevenSeriesItem *self);
SevenSendJob *seven_series_item_get_job (SevenSeriesItem *self);
const SevenHistoryEntry *seven_series_item_get_entry (SevenSeriesItem *self);

G_END_DECLS
