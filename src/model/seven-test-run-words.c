/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-test-run-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "seven-render.h"
#include "seven-sender-advice.h"
#include "seven-words.h"

#define CODE_LENGTH 6

/* What the sandbox gets for a key: never the real one. */
#define SANDBOX_KEY "sandbox"

static gboolean
get_flag (SevenDocument *document, const char *property)
{
  gboolean flag;

  g_object_get (document, property, &flag, NULL);

  return flag;
}

char *
seven_test_run_dup_api_key (SevenTestRun *self)
{
  SevenConfig *config = seven_document_get_config (self->document);

  if (!seven_test_run_is_live (self))
    return g_strdup (SANDBOX_KEY);

  return config != NULL ? seven_config_dup_usable_api_key (config) : NULL;
}

static gboolean
has_key (SevenTestRun *self)
{
  g_autofree char *key = seven_test_run_dup_api_key (self);

  return key != NULL;
}

static gboolean
is_empty (SevenTestRun *self)
{
  return g_list_model_get_n_items (seven_document_get_templates (self->document)) == 0;
}

static const char *
get_text_obstacle (SevenTestRun *self)
{
  if (get_flag (self->document, "checking"))
    return _ ("The text is being checked");
  if (!get_flag (self->document, "valid"))
    return _ ("Correct the JSON first");
  if (is_empty (self))
    return _ ("Add a template");
  if (self->template == NULL)
    return _ ("Choose a template");
  if (self->message == NULL || *seven_message_get_text (self->message) == '\0')
    return _ ("The template has no text");

  return "";
}

static const char *
get_recipient_obstacle (SevenTestRun *self)
{
  if (*self->recipient == '\0')
    return _ ("Enter a recipient");
  if (self->phone == NULL)
    return _ ("Correct the recipient");
  if (seven_test_run_is_live (self) && seven_phone_is_reserved (self->phone))
    return _ ("Nobody has this number: enter a real one for a live gateway");

  return "";
}

/* What stands in the way of a send, one thing at a time, in the order of the form; "" where nothing does. */
const char *
seven_test_run_get_obstacle (SevenTestRun *self)
{
  const char *obstacle;

  if (self->gateway == NULL)
    return _ ("Choose a gateway");
  obstacle = get_recipient_obstacle (self);
  if (*obstacle != '\0')
    return obstacle;
  obstacle = get_text_obstacle (self);
  if (*obstacle != '\0')
    return obstacle;
  if (*self->code == '\0')
    return _ ("Enter a code");
  if (!has_key (self))
    return _ ("A live gateway needs an API key");

  return "";
}

gboolean
seven_test_run_is_ready (SevenTestRun *self)
{
  return self->cancellable == NULL && *seven_test_run_get_obstacle (self) == '\0';
}

const char *
seven_test_run_get_code_hint (SevenTestRun *self)
{
  if (g_str_equal (self->code, SEVEN_RENDER_LOGTO_TEST_CODE))
    return _ ("As Logto’s Test sends it");
  if (strlen (self->code) != CODE_LENGTH || strspn (self->code, "0123456789") != CODE_LENGTH)
    return _ ("Logto’s codes have six digits");

  return "";
}

static char *
dup_country (SevenTestRun *self)
{
  char *country = seven_phone_dup_country_name (self->phone);

  /* Translators: the country of a phone number. */
  return country != NULL ? country : g_strdup (_ ("Country not known"));
}

char *
seven_test_run_dup_recipient_hint (SevenTestRun *self)
{
  g_autofree char *country = NULL;

  if (self->phone == NULL)
    return g_strdup (self->recipient_fault);
  country = dup_country (self);
  if (seven_phone_is_reserved (self->phone))
    /* Translators: a country, and that the phone number is one of those that nobody is given. */
    return g_strdup_printf (_ ("%s · reserved for tests"), country);

  return g_steal_pointer (&country);
}

static const SevenDestination *
find_destination (SevenTestRun *self)
{
  return self->phone != NULL ? seven_destination_find (self->phone) : NULL;
}

char *
seven_test_run_dup_sender_advice (SevenTestRun *self)
{
  return seven_sender_advice_dup (find_destination (self), seven_document_get_config (self->document));
}

gboolean
seven_test_run_get_sender_warning (SevenTestRun *self)
{
  return seven_sender_advice_is_warning (find_destination (self), seven_document_get_config (self->document));
}

static char *
dup_parts (SevenTestRun *self)
{
  return self->message != NULL
      ? seven_words_parts (seven_sms_text_get_n_parts (seven_message_get_sms_text (self->message)))
      : g_strdup ("");
}

char *
seven_test_run_dup_cost (SevenTestRun *self)
{
  g_autofree char *parts = dup_parts (self);

  if (*parts == '\0' || seven_test_run_is_live (self))
    return g_steal_pointer (&parts);

  /* Translators: %s is a number of parts, as in “1 part”; the sandbox sends nothing. */
  return g_strdup_printf (_ ("%s · nothing is sent"), parts);
}

char *
seven_test_run_dup_elapsed (SevenTestRun *self)
{
  gint64 elapsed = (g_get_monotonic_time () - self->started) / 1000;

  if (self->cancellable == NULL)
    return g_strdup ("");

  /* Translators: seconds. */
  return g_strdup_printf (_ ("%.1f s"), (double) elapsed / 1000.0);
}

char *
seven_test_run_dup_question (SevenTestRun *self)
{
  g_autofree char *country = NULL;
  g_autofree char *number = NULL;
  g_autofree char *parts = dup_parts (self);

  if (self->phone == NULL || self->message == NULL || self->gateway == NULL)
    return g_strdup ("");
  country = dup_country (self);
  number = seven_phone_dup_display (self->phone);

  /* Translators: a phone number, its country, a number of parts as in “1 part”, the name of a gateway. */
  return g_strdup_printf (_ ("To %s (%s): %s, through “%s”. seven bills each part to your account."), number,
      country, parts, seven_gateway_choice_get_name (self->gateway));
}
