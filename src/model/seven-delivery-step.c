/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-delivery-step.h"

#include <glib/gi18n-lib.h>

#include "seven-words.h"

struct _SevenDeliveryStep
{
  GObject parent_instance;

  SevenDelivery delivery;
  char *title;
  char *time;
  char *after;
};

G_DEFINE_FINAL_TYPE (SevenDeliveryStep, seven_delivery_step, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_AFTER,
  PROP_CSS_CLASS,
  PROP_FINAL,
  PROP_ICON_NAME,
  PROP_TIME,
  PROP_TITLE,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
seven_delivery_step_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  SevenDeliveryStep *self = SEVEN_DELIVERY_STEP (object);

  switch (property_id) {
  case PROP_AFTER:
    g_value_set_string (value, self->after);
    break;
  case PROP_CSS_CLASS:
    g_value_set_string (value, seven_delivery_get_css_class (self->delivery));
    break;
  case PROP_FINAL:
    g_value_set_boolean (value, seven_delivery_is_final (self->delivery));
    break;
  case PROP_ICON_NAME:
    g_value_set_string (value, seven_delivery_get_icon_name (self->delivery));
    break;
  case PROP_TIME:
    g_value_set_string (value, self->time);
    break;
  case PROP_TITLE:
    g_value_set_string (value, self->title);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_delivery_step_finalize (GObject *object)
{
  SevenDeliveryStep *self = SEVEN_DELIVERY_STEP (object);

  g_free (self->title);
  g_free (self->time);
  g_free (self->after);

  G_OBJECT_CLASS (seven_delivery_step_parent_class)->finalize (object);
}

static void
seven_delivery_step_class_init (SevenDeliveryStepClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = seven_delivery_step_finalize;
  object_class->get_property = seven_delivery_step_get_property;

  props[PROP_AFTER] = g_param_spec_string ("after", NULL, NULL, NULL, flags);
  props[PROP_CSS_CLASS] = g_param_spec_string ("css-class", NULL, NULL, NULL, flags);
  props[PROP_FINAL] = g_param_spec_boolean ("final", NULL, NULL, FALSE, flags);
  props[PROP_ICON_NAME] = g_param_spec_string ("icon-name", NULL, NULL, NULL, flags);
  props[PROP_TIME] = g_param_spec_string ("time", NULL, NULL, NULL, flags);
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
seven_delivery_step_init (SevenDeliveryStep *self)
{
}

static char *
dup_clock (gint64 time)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (time / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;

  return local != NULL ? g_date_time_format (local, "%H:%M:%S") : g_strdup ("");
}

/* A clock that was set back in between has no answer. */
static char *
dup_after (gint64 span)
{
  g_autofree char *elapsed = NULL;
  guint64 minutes = span > 0 ? (guint64) (span / G_USEC_PER_SEC / 60) : 0;

  if (span < 0)
    return g_strdup ("");
  if (minutes >= 60)
    /* Translators: hours after the send. */
    return g_strdup_printf (_ ("after %u h"), (guint) (minutes / 60));
  if (minutes > 0)
    /* Translators: minutes and seconds after the send. */
    return g_strdup_printf (_ ("after %u min %u s"), (guint) minutes, (guint) (span / G_USEC_PER_SEC % 60));
  elapsed = seven_words_elapsed ((guint) (span / 1000));

  /* Translators: how long after the send, as in “2.1 s”. */
  return g_strdup_printf (_ ("after %s"), elapsed);
}

/* The answer to the send comes by itself; a report is older than the question that brings it. */
static char *
dup_learned (SevenDelivery delivery, gint64 span)
{
  g_autofree char *after = dup_after (span);

  if (delivery == SEVEN_DELIVERY_ACCEPTED || *after == '\0')
    return g_steal_pointer (&after);

  /* Translators: when a report was first seen: %s is “after 2.1 s”. */
  return g_strdup_printf (_ ("seen %s"), after);
}

/**
 * seven_delivery_step_new:
 * @delivery: what was reported
 * @title: (nullable): its title; %NULL: that of @delivery
 * @time: when we learned of it, microseconds since 1970 (UTC)
 * @sent: when the SMS was sent, the same
 *
 * Returns: (transfer full): the step
 */
SevenDeliveryStep *
seven_delivery_step_new (SevenDelivery delivery, const char *title, gint64 time, gint64 sent)
{
  SevenDeliveryStep *self = g_object_new (SEVEN_TYPE_DELIVERY_STEP, NULL);

  self->delivery = delivery;
  self->title = g_strdup (title != NULL ? title : seven_delivery_get_title (delivery));
  self->time = dup_clock (time);
  self->after = dup_learned (delivery, time - sent);

  return self;
}

/**
 * seven_delivery_step_get_delivery:
 * @self: a step
 *
 * Returns: what was reported
 */
SevenDelivery
seven_delivery_step_get_delivery (SevenDeliveryStep *self)
{
  g_return_val_if_fail (SEVEN_IS_DELIVERY_STEP (self), SEVEN_DELIVERY_NONE);

  return self->delivery;
}

/**
 * seven_delivery_step_get_time:
 * @self: a step
 *
 * Returns: (transfer none): the local clock’s time, “14:03:07”
 */
const char *
seven_delivery_step_get_time (SevenDeliveryStep *self)
{
  g_return_val_if_fail (SEVEN_IS_DELIVERY_STEP (self), NULL);

  return self->time;
}

/**
 * seven_delivery_step_get_after:
 * @self: a step
 *
 * Returns: (transfer none): how long after the send, “after 2.1 s” or “seen after 2.1 s”; "" where that cannot be said
 */
const char *
seven_delivery_step_get_after (SevenDeliveryStep *self)
{
  g_return_val_if_fail (SEVEN_IS_DELIVERY_STEP (self), NULL);

  return self->after;
}

/**
 * seven_delivery_get_css_class:
 * @delivery: what a report says
 *
 * Returns: (transfer none): the css class of its icon; the icon says the same without colour
 */
const char *
seven_delivery_get_css_class (SevenDelivery delivery)
{
  if (delivery == SEVEN_DELIVERY_DELIVERED)
    return "success";
  if (seven_delivery_is_final (delivery))
    return "error";

  return delivery == SEVEN_DELIVERY_UNKNOWN ? "warning" : "dim-label";
}

/**
 * seven_delivery_get_icon_name:
 * @delivery: what a report says
 *
 * Returns: (transfer none): the name of its icon
 */
const char *
seven_delivery_get_icon_name (SevenDelivery delivery)
{
  switch (delivery) {
  case SEVEN_DELIVERY_DELIVERED:
    return "emblem-ok-symbolic";
  case SEVEN_DELIVERY_NONE:
  case SEVEN_DELIVERY_BUFFERED:
    return "content-loading-symbolic";
  case SEVEN_DELIVERY_ACCEPTED:
    return "go-next-symbolic";
  case SEVEN_DELIVERY_TRANSMITTED:
    return "network-transmit-symbolic";
  case SEVEN_DELIVERY_UNKNOWN:
    return "dialog-question-symbolic";
  case SEVEN_DELIVERY_NOT_DELIVERED:
  case SEVEN_DELIVERY_EXPIRED:
  case SEVEN_DELIVERY_REJECTED:
  case SEVEN_DELIVERY_FAILED:
  default:
    return "dialog-error-symbolic";
  }
}
