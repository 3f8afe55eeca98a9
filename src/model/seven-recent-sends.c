/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-recent-sends.h"

#define SALT_SIZE 4 /* of 32 bits */

struct _SevenRecentSends
{
  GObject parent_instance;

  guint lock;
  guint32 salt[SALT_SIZE];
  GHashTable *times; /* digest → gint64, monotonic, microseconds */
};

G_DEFINE_FINAL_TYPE (SevenRecentSends, seven_recent_sends, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_LOCK,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
seven_recent_sends_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  SevenRecentSends *self = SEVEN_RECENT_SENDS (object);

  switch (property_id) {
  case PROP_LOCK:
    g_value_set_uint (value, self->lock);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_recent_sends_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  SevenRecentSends *self = SEVEN_RECENT_SENDS (object);

  switch (property_id) {
  case PROP_LOCK:
    self->lock = g_value_get_uint (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_recent_sends_finalize (GObject *object)
{
  g_clear_pointer (&SEVEN_RECENT_SENDS (object)->times, g_hash_table_unref);

  G_OBJECT_CLASS (seven_recent_sends_parent_class)->finalize (object);
}

static void
seven_recent_sends_class_init (SevenRecentSendsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = seven_recent_sends_finalize;
  object_class->get_property = seven_recent_sends_get_property;
  object_class->set_property = seven_recent_sends_set_property;

  props[PROP_LOCK] = g_param_spec_uint ("lock", NULL, NULL, 0, G_MAXUINT, SEVEN_RECENT_SENDS_LOCK,
      G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[CHANGED] = g_signal_new (
      "changed", SEVEN_TYPE_RECENT_SENDS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
seven_recent_sends_init (SevenRecentSends *self)
{
  self->times = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < SALT_SIZE; i++)
    self->salt[i] = g_random_int ();
}

static char *
make_digest (SevenRecentSends *self, const char *recipient_digits, const char *text)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  g_checksum_update (checksum, (const guchar *) self->salt, sizeof self->salt);
  g_checksum_update (checksum, (const guchar *) recipient_digits, -1);
  g_checksum_update (checksum, (const guchar *) "\n", 1);
  g_checksum_update (checksum, (const guchar *) text, -1);

  return g_strdup (g_checksum_get_string (checksum));
}

static gint64
get_end (SevenRecentSends *self, const gint64 *time)
{
  return *time + (gint64) self->lock * G_USEC_PER_SEC;
}

static gboolean
is_over (gpointer key, gpointer value, gpointer user_data)
{
  return get_end (user_data, value) <= g_get_monotonic_time ();
}

/**
 * seven_recent_sends_new:
 * @lock: for how many seconds a send is remembered: %SEVEN_RECENT_SENDS_LOCK
 *
 * Returns: (transfer full): a memory without a send
 */
SevenRecentSends *
seven_recent_sends_new (guint lock)
{
  return g_object_new (SEVEN_TYPE_RECENT_SENDS, "lock", lock, NULL);
}

/**
 * seven_recent_sends_note:
 * @self: a memory
 * @recipient_digits: E.164 digits without +
 * @text: the text as it was sent
 *
 * Remembers that it leaves now. Where it was remembered already its time begins anew.
 */
void
seven_recent_sends_note (SevenRecentSends *self, const char *recipient_digits, const char *text)
{
  gint64 now = g_get_monotonic_time ();

  g_return_if_fail (SEVEN_IS_RECENT_SENDS (self));
  g_return_if_fail (recipient_digits != NULL && text != NULL);

  g_hash_table_foreach_remove (self->times, is_over, self);
  g_hash_table_replace (
      self->times, make_digest (self, recipient_digits, text), g_memdup2 (&now, sizeof now));
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * seven_recent_sends_forget:
 * @self: a memory
 * @recipient_digits: E.164 digits without +
 * @text: a text
 *
 * Takes back that it left, for it turned out that it did not.
 */
void
seven_recent_sends_forget (SevenRecentSends *self, const char *recipient_digits, const char *text)
{
  g_autofree char *digest = NULL;

  g_return_if_fail (SEVEN_IS_RECENT_SENDS (self));
  g_return_if_fail (recipient_digits != NULL && text != NULL);

  digest = make_digest (self, recipient_digits, text);
  if (g_hash_table_remove (self->times, digest))
    g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * seven_recent_sends_get_remaining:
 * @self: a memory
 * @recipient_digits: E.164 digits without +
 * @text: a text as it would be sent
 *
 * Returns: for how many seconds more, rounded up, seven refuses this text to this number; 0: it does not
 */
guint
seven_recent_sends_get_remaining (SevenRecentSends *self, const char *recipient_digits, const char *text)
{
  g_autofree char *digest = NULL;
  const gint64 *time;
  gint64 remaining;

  g_return_val_if_fail (SEVEN_IS_RECENT_SENDS (self), 0);
  g_return_val_if_fail (recipient_digits != NULL && text != NULL, 0);

  digest = make_digest (self, recipient_digits, text);
  time = g_hash_table_lookup (self->times, digest);
  remaining = time != NULL ? get_end (self, time) - g_get_monotonic_time () : 0;

  return remaining > 0 ? (guint) ((remaining + G_USEC_PER_SEC - 1) / G_USEC_PER_SEC) : 0;
}

/**
 * seven_recent_sends_get_lock:
 * @self: a memory
 *
 * Returns: for how many seconds a send is remembered
 */
guint
seven_recent_sends_get_lock (SevenRecentSends *self)
{
  g_return_val_if_fail (SEVEN_IS_RECENT_SENDS (self), 0);

  return self->lock;
}
