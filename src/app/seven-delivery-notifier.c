/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-delivery-notifier.h"

struct _SevenDeliveryNotifier
{
  GObject parent_instance;

  SevenTestRun *test_run;
  gboolean active;
  SevenResult *result; /* (nullable): the one whose delivery is looked at */
  GSignalGroup *results;
  GSignalGroup *deliveries;
};

G_DEFINE_FINAL_TYPE (SevenDeliveryNotifier, seven_delivery_notifier, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ACTIVE,
  PROP_TEST_RUN,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  NOTIFY_PERSON,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
final_changed (SevenDeliveryNotifier *self)
{
  SevenDeliveryWatch *watch = seven_result_get_delivery (self->result);
  g_autofree char *id = NULL;
  g_autofree char *title = NULL;
  g_autofree char *body = NULL;

  if (self->active || !seven_delivery_watch_is_final (watch))
    return;
  /* One for each test: that of another one does not take its place. */
  id = g_uuid_string_random ();
  title = seven_delivery_watch_dup_notification_title (watch);
  body = seven_delivery_watch_dup_notification_body (watch);
  g_signal_emit (self, signals[NOTIFY_PERSON], 0, id, title, body);
}

static void
delivery_changed (SevenDeliveryNotifier *self)
{
  g_signal_group_set_target (
      self->deliveries, self->result != NULL ? seven_result_get_delivery (self->result) : NULL);
}

static void
result_changed (SevenDeliveryNotifier *self)
{
  g_set_object (&self->result, seven_test_run_get_result (self->test_run));
  g_signal_group_set_target (self->results, self->result);
  delivery_changed (self);
}

static void
seven_delivery_notifier_constructed (GObject *object)
{
  SevenDeliveryNotifier *self = SEVEN_DELIVERY_NOTIFIER (object);

  G_OBJECT_CLASS (seven_delivery_notifier_parent_class)->constructed (object);
  g_signal_connect_object (
      self->test_run, "notify::result", G_CALLBACK (result_changed), self, G_CONNECT_SWAPPED);
  result_changed (self);
}

static void
seven_delivery_notifier_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  SevenDeliveryNotifier *self = SEVEN_DELIVERY_NOTIFIER (object);

  switch (property_id) {
  case PROP_ACTIVE:
    g_value_set_boolean (value, self->active);
    break;
  case PROP_TEST_RUN:
    g_value_set_object (value, self->test_run);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_delivery_notifier_set_property (
    GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  SevenDeliveryNotifier *self = SEVEN_DELIVERY_NOTIFIER (object);

  switch (property_id) {
  case PROP_ACTIVE:
    if (self->active == g_value_get_boolean (value))
      break;
    self->active = g_value_get_boolean (value);
    g_object_notify_by_pspec (object, pspec);
    break;
  case PROP_TEST_RUN:
    self->test_run = g_value_dup_object (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_delivery_notifier_dispose (GObject *object)
{
  SevenDeliveryNotifier *self = SEVEN_DELIVERY_NOTIFIER (object);

  g_clear_object (&self->deliveries);
  g_clear_object (&self->results);
  g_clear_object (&self->result);
  g_clear_object (&self->test_run);

  G_OBJECT_CLASS (seven_delivery_notifier_parent_class)->dispose (object);
}

static void
seven_delivery_notifier_class_init (SevenDeliveryNotifierClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->constructed = seven_delivery_notifier_constructed;
  object_class->dispose = seven_delivery_notifier_dispose;
  object_class->get_property = seven_delivery_notifier_get_property;
  object_class->set_property = seven_delivery_notifier_set_property;

  properties[PROP_ACTIVE] =
      g_param_spec_boolean ("active", NULL, NULL, FALSE, flags | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_TEST_RUN] =
      g_param_spec_object ("test-run", NULL, NULL, SEVEN_TYPE_TEST_RUN, flags | G_PARAM_CONSTRUCT_ONLY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[NOTIFY_PERSON] = g_signal_new ("notify-person", SEVEN_TYPE_DELIVERY_NOTIFIER, G_SIGNAL_RUN_LAST, 0,
      NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING);
}

static void
seven_delivery_notifier_init (SevenDeliveryNotifier *self)
{
  self->results = g_signal_group_new (SEVEN_TYPE_RESULT);
  g_signal_group_connect_swapped (self->results, "notify::delivery", G_CALLBACK (delivery_changed), self);
  self->deliveries = g_signal_group_new (SEVEN_TYPE_DELIVERY_WATCH);
  g_signal_group_connect_swapped (self->deliveries, "notify::final", G_CALLBACK (final_changed), self);
}

/**
 * seven_delivery_notifier_new:
 * @test_run: the tests of a window
 *
 * Returns: (transfer full): who notices what becomes of them
 */
SevenDeliveryNotifier *
seven_delivery_notifier_new (SevenTestRun *test_run)
{
  g_return_val_if_fail (SEVEN_IS_TEST_RUN (test_run), NULL);

  return g_object_new (SEVEN_TYPE_DELIVERY_NOTIFIER, "test-run", test_run, NULL);
}
