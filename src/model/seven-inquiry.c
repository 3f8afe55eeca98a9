/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-inquiry.h"

SevenInquiry *
seven_inquiry_new (gpointer asker, GCancellable **place)
{
  SevenInquiry *self = g_new0 (SevenInquiry, 1);

  g_assert (*place == NULL);

  *place = g_cancellable_new ();
  self->asker = g_object_ref (asker);
  self->cancellable = g_object_ref (*place);

  return self;
}

void
seven_inquiry_free (SevenInquiry *self)
{
  g_object_unref (self->cancellable);
  g_object_unref (self->asker);
  g_free (self);
}

gboolean
seven_inquiry_end (SevenInquiry *self, GCancellable **place)
{
  if (*place != self->cancellable)
    return FALSE;
  g_clear_object (place);

  return TRUE;
}

gboolean
seven_inquiry_stop (GCancellable **place)
{
  /* Out of its place first: cancelling may bring the answer at once, which nobody waits for any more. */
  g_autoptr (GCancellable) cancellable = g_steal_pointer (place);

  g_cancellable_cancel (cancellable);

  return cancellable != NULL;
}
