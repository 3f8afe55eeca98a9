/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * SEVEN_RECENT_SENDS_LOCK:
 *
 * For how long seven refuses the same text to the same number, seconds. Source: seven's return code 402.
 */
#define SEVEN_RECENT_SENDS_LOCK 180

/**
 * SevenRecentSends:
 *
 * Which text went to which number within the last minutes, to foresee seven's reload lock. In memory only, and there
 * only as salted digests.
 *
 * Properties: lock (uint, construct-only: seconds).
 *
 * Signal: changed (): a send was remembered or taken back; that one is over is not told.
 */
#define SEVEN_TYPE_RECENT_SENDS (seven_recent_sends_get_type ())
G_DECLARE_FINAL_TYPE (SevenRecentSends, seven_recent_sends, SEVEN, RECENT_SENDS, GObject)

SevenRecentSends *seven_recent_sends_new (guint lock);
void seven_recent_sends_note (SevenRecentSends *self, const char *recipient_digits, const char *text);
void seven_recent_sends_forget (SevenRecentSends *self, const char *recipient_digits, const char *text);
guint
seven_recent_sends_get_remaining (SevenRecentSends *self, const char *recipient_digits, const char *text);
guint seven_recent_sends_get_lock (SevenRecentSends *self);

G_END_DECLS
