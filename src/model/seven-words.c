/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-words.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "seven-sender.h"

/**
 * seven_words_summary:
 * @n_errors: errors
 * @n_warnings: warnings
 * @n_infos: pieces of advice
 *
 * Returns: (transfer full): “1 error · 2 warnings”, or that there is nothing
 */
char *
seven_words_summary (guint n_errors, guint n_warnings, guint n_infos)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  if (n_errors > 0)
    g_ptr_array_add (words, g_strdup_printf (ngettext ("%u error", "%u errors", n_errors), n_errors));
  if (n_warnings > 0)
    g_ptr_array_add (words, g_strdup_printf (ngettext ("%u warning", "%u warnings", n_warnings), n_warnings));
  if (n_infos > 0)
    g_ptr_array_add (words, g_strdup_printf (ngettext ("%u suggestion", "%u suggestions", n_infos), n_infos));
  if (words->len == 0)
    return g_strdup (_ ("No problems"));
  g_ptr_array_add (words, NULL);

  return g_strjoinv (" · ", (char **) words->pdata);
}

/**
 * seven_words_coverage:
 * @n_covered: flows in use with a template
 * @n_in_use: flows in use
 *
 * Returns: (transfer full): “5 of 8 Logto flows covered”, “5 of 6 flows in use covered”
 */
char *
seven_words_coverage (guint n_covered, guint n_in_use)
{
  if (n_in_use != SEVEN_N_FLOWS)
    /* Translators: how many of the flows of Logto that this tenant uses have a template. */
    return g_strdup_printf (_ ("%u of %u flows in use covered"), n_covered, n_in_use);

  /* Translators: how many of Logto’s flows (sign-in, password reset …) have a template. */
  return g_strdup_printf (_ ("%u of %u Logto flows covered"), n_covered, (guint) SEVEN_N_FLOWS);
}

/**
 * seven_words_parts:
 * @n_parts: parts of an SMS
 *
 * Returns: (transfer full): “2 parts”
 */
char *
seven_words_parts (guint n_parts)
{
  return g_strdup_printf (ngettext ("%u part", "%u parts", n_parts), n_parts);
}

/**
 * seven_words_billed:
 * @predicted: the parts that a text was expected to have
 * @billed: those that seven has billed; -1: not said
 * @free_of_charge: whether nothing was paid, as for a message that was refused
 *
 * Returns: (transfer full): “1 predicted · 2 billed”
 */
char *
seven_words_billed (guint predicted, int billed, gboolean free_of_charge)
{
  if (billed < 0)
    /* Translators: number of parts of an SMS. */
    return g_strdup_printf (_ ("%u predicted"), predicted);
  if (billed == 0 || free_of_charge)
    /* Translators: number of parts of an SMS. */
    return g_strdup_printf (_ ("%u predicted · none billed"), predicted);

  /* Translators: numbers of parts of an SMS. */
  return g_strdup_printf (_ ("%u predicted · %d billed"), predicted, billed);
}

/**
 * seven_words_encoding:
 * @name: an encoding as seven's replies say it, in either case
 *
 * Returns: (transfer none): what people call it; @name where it is none that is known
 */
const char *
seven_words_encoding (const char *name)
{
  static const SevenEncoding encodings[] = { SEVEN_ENCODING_GSM, SEVEN_ENCODING_UCS2 };

  for (gsize i = 0; i < G_N_ELEMENTS (encodings); i++) {
    if (g_ascii_strcasecmp (name, seven_encoding_get_name (encodings[i])) == 0)
      return seven_encoding_get_label (encodings[i]);
  }
  return name;
}

/**
 * seven_words_price:
 * @amount: in euros
 * @min_decimals: digits behind the decimal sign that are always shown
 * @max_decimals: digits behind it at most
 *
 * Returns: (transfer full): “€0.075”
 */
char *
seven_words_price (double amount, guint min_decimals, guint max_decimals)
{
  g_autofree char *number = g_strdup_printf ("%.*f", (int) max_decimals, amount);
  gsize length = strlen (number);

  for (guint decimals = max_decimals; decimals > min_decimals && number[length - 1] == '0'; decimals--)
    number[--length] = '\0';

  /* Translators: an amount of money in euros. */
  return g_strdup_printf (_ ("€%s"), number);
}

/**
 * seven_words_elapsed:
 * @milliseconds: a time
 *
 * Returns: (transfer full): “412 ms” or “1.2 s”
 */
char *
seven_words_elapsed (guint milliseconds)
{
  if (milliseconds < 1000)
    /* Translators: milliseconds. */
    return g_strdup_printf (_ ("%u ms"), milliseconds);

  /* Translators: seconds. */
  return g_strdup_printf (_ ("%.1f s"), milliseconds / 1000.0);
}

static char *
dup_path (const char *uri)
{
  g_autofree char *path = g_filename_from_uri (uri, NULL, NULL);

  return path != NULL ? g_filename_display_name (path) : g_uri_unescape_string (uri, NULL);
}

/**
 * seven_words_title:
 * @uri: (nullable): where a document lives
 *
 * Returns: (transfer full): the file’s name
 */
char *
seven_words_title (const char *uri)
{
  g_autofree char *path = uri != NULL ? dup_path (uri) : NULL;

  if (path == NULL)
    return g_strdup (uri != NULL ? uri : _ ("New Config"));

  return g_path_get_basename (path);
}

/**
 * seven_words_folder:
 * @uri: (nullable): where a document lives
 *
 * Returns: (transfer full): the folder, with ~ for the person’s own
 */
char *
seven_words_folder (const char *uri)
{
  g_autofree char *path = uri != NULL ? dup_path (uri) : NULL;
  g_autofree char *folder = path != NULL ? g_path_get_dirname (path) : NULL;
  g_autofree char *home = g_filename_display_name (g_get_home_dir ());
  gsize length = strlen (home);

  if (folder == NULL)
    /* Translators: stands for the folder of a document that was never saved. */
    return g_strdup (uri != NULL ? uri : _ ("Draft"));
  if (length > 1 && g_str_has_prefix (folder, home) && (folder[length] == '/' || folder[length] == '\0'))
    return g_strconcat ("~", folder + length, NULL);

  return g_steal_pointer (&folder);
}

/**
 * seven_words_character:
 * @character: a character
 *
 * Returns: (transfer full): “’ Right single quotation mark (U+2019)”; without the character where nothing is to be seen
 */
char *
seven_words_character (gunichar character)
{
  g_autofree char *name = seven_character_dup_name (character);
  char bytes[6];
  int length = g_unichar_to_utf8 (character, bytes);

  if (!g_unichar_isgraph (character) || g_unichar_iszerowidth (character))
    return g_steal_pointer (&name);

  return g_strdup_printf ("%.*s %s", length, bytes, name);
}

static char *
describe_refused (const char *sender, SevenRange range)
{
  g_autofree char *character = g_strndup (sender + range.start, range.end - range.start);

  /* Translators: %s is the character of the sender that seven does not accept. */
  return g_strdup_printf (_ ("seven refuses “%s”"), character);
}

static char *
describe_length (const SevenSender *sender)
{
  guint left = sender->limit - sender->length;

  if (sender->kind == SEVEN_SENDER_NUMERIC)
    return g_strdup_printf (ngettext ("Numeric · %u digit left", "Numeric · %u digits left", left), left);

  return g_strdup_printf (ngettext ("%u character left", "%u characters left", left), left);
}

static char *
describe_sender (const char *text)
{
  SevenSender sender = seven_sender_inspect (text);
  guint excess = sender.length > sender.limit ? sender.length - sender.limit : 0;

  if (sender.too_long && excess > 0)
    return g_strdup_printf (ngettext ("%u character too many", "%u characters too many", excess), excess);
  if (sender.refused)
    return describe_refused (text, sender.refused_at);
  if (sender.blank)
    return g_strdup (_ ("seven would remove all of it"));

  return describe_length (&sender);
}

/**
 * seven_words_sender:
 * @config: (nullable): a config
 * @warning: (out) (optional): whether this is a fault
 *
 * Returns: (transfer full): “7 characters left”, or what is wrong with the sender; "" where there is no config
 */
char *
seven_words_sender (const SevenConfig *config, gboolean *warning)
{
  const SevenJsonValue *value = config != NULL ? seven_config_get_sender_value (config) : NULL;
  const char *text = config != NULL ? seven_config_get_sender (config) : NULL;
  SevenSender sender;

  if (warning != NULL)
    *warning = config != NULL;
  if (config == NULL)
    return g_strdup ("");
  if (value != NULL && text == NULL)
    return g_strdup (_ ("Not a string"));
  if (text == NULL || *text == '\0')
    return g_strdup (_ ("Phones show “undefined”"));
  if (seven_config_is_placeholder (text))
    return g_strdup (_ ("Still the placeholder"));

  sender = seven_sender_inspect (text);
  if (warning != NULL)
    *warning = sender.too_long || sender.refused || sender.blank;

  return describe_sender (text);
}

/**
 * seven_words_offender:
 * @offender: a character outside GSM-7
 *
 * Returns: (transfer full): the character, its name, and what to write instead where there is an equal
 */
char *
seven_words_offender (const SevenOffender *offender)
{
  g_autofree char *character = seven_words_character (offender->character);

  if (offender->replacement == NULL)
    return g_steal_pointer (&character);
  if (*offender->replacement == '\0')
    /* Translators: %s is a character that cannot be seen, such as U+200B. */
    return g_strdup_printf (_ ("%s: can be left out"), character);
  if (g_str_equal (offender->replacement, " "))
    /* Translators: %s is a character, such as U+00A0. */
    return g_strdup_printf (_ ("%s → a space"), character);

  return g_strdup_printf ("%s → %s", character, offender->replacement);
}

/**
 * seven_words_state_icon:
 * @state: what became of a send
 *
 * Returns: (transfer none): the name of a symbolic icon, another one for each state
 */
const char *
seven_words_state_icon (SevenState state)
{
  static const char *const names[] = {
    "emblem-ok-symbolic",
    "dialog-warning-symbolic",
    "dialog-error-symbolic",
    "dialog-question-symbolic",
    "network-error-symbolic",
  };

  return names[state];
}

/**
 * seven_words_state_class:
 * @state: what became of a send
 *
 * Returns: (transfer none): the css class of its colour
 */
const char *
seven_words_state_class (SevenState state)
{
  static const char *const classes[] = { "success", "warning", "error", "warning", "error" };

  return classes[state];
}
