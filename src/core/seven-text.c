/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-text.h"

#include <glib/gi18n-lib.h>

#include "seven-json.h"

/* How much of a text is looked at for the zeros that tell UTF-16. */
#define SAMPLE_SIZE 4096

G_DEFINE_QUARK (seven-text-error-quark, seven_text_error);
G_DEFINE_INTERFACE (SevenTextStore, seven_text_store, G_TYPE_OBJECT)

static void
seven_text_store_default_init (SevenTextStoreInterface *iface)
{
}

typedef struct
{
  const guchar *bytes;
  gsize length;
} Input;

/* The offset of the first byte that is no UTF-8; the length where all is. */
static gsize
find_bad_byte (Input input)
{
  const char *start = (const char *) input.bytes;
  const char *end = start + input.length;
  const char *at = start;

  while (at < end && !g_utf8_validate_len (at, (gsize) (end - at), &at) && *at == '\0')
    at++;

  return (gsize) (at - start);
}

static gboolean
has_mark (Input input, guchar first, guchar second)
{
  return input.length >= 2 && input.bytes[0] == first && input.bytes[1] == second;
}

/* ASCII in UTF-16 has a zero in every other place: the odd ones where the little end comes first. */
static guint
count_zeros (Input input, gsize first)
{
  guint n = 0;

  for (gsize i = first; i < MIN (input.length, SAMPLE_SIZE); i += 2)
    n += input.bytes[i] == 0;

  return n;
}

static gboolean
is_big_endian (Input input)
{
  if (has_mark (input, 0xfe, 0xff) || has_mark (input, 0xff, 0xfe))
    return input.bytes[0] == 0xfe;

  return count_zeros (input, 0) > count_zeros (input, 1);
}

static SevenCharset
guess_charset (Input input)
{
  gsize sample = MIN (input.length, SAMPLE_SIZE);
  guint even = count_zeros (input, 0);
  guint odd = count_zeros (input, 1);

  if (has_mark (input, 0xff, 0xfe) || has_mark (input, 0xfe, 0xff))
    return SEVEN_CHARSET_UTF16;

  return 4 * (gsize) MAX (even, odd) >= sample && 4 * MIN (even, odd) <= MAX (even, odd) && even + odd > 0
      ? SEVEN_CHARSET_UTF16
      : SEVEN_CHARSET_LATIN1;
}

static void
set_bad_byte (GError **error, Input input, gsize offset, SevenCharset guess)
{
  SevenPosition position = seven_position_at ((const char *) input.bytes, input.length, offset);
  g_autofree char *number = g_strdup_printf ("%" G_GSIZE_FORMAT, offset);

  g_set_error (error, SEVEN_TEXT_ERROR, SEVEN_TEXT_ERROR_NOT_UTF8,
      /* Translators: a byte such as 0xE4, then line and column, then how many bytes come before it, then the name of
       * another encoding, such as Latin-1 */
      _ ("This is not UTF-8 text: byte 0x%02X at %u:%u (offset %s). It may be %s."), input.bytes[offset],
      position.line, position.column, number, guess == SEVEN_CHARSET_UTF16 ? "UTF-16" : "Latin-1");
}

static char *
take_utf8 (Input input, gsize *length, SevenCharset *guess, GError **error)
{
  gsize bad = find_bad_byte (input);
  GString *text;

  if (bad < input.length) {
    *guess = guess_charset (input);
    set_bad_byte (error, input, bad, *guess);
    return NULL;
  }
  text = g_string_new_len ((const char *) input.bytes, (gssize) input.length);
  *length = text->len;

  return g_string_free (text, FALSE);
}

/* What calls itself Latin-1 is Windows-1252 as a rule; the five places that it leaves free stay control characters. */
static char *
convert_latin1 (Input input, gsize *length)
{
  static const gunichar marks[] = { 0x20ac, 0x81, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6,
    0x2030, 0x0160, 0x2039, 0x0152, 0x8d, 0x017d, 0x8f, 0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013,
    0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x9d, 0x017e, 0x0178 };
  GString *text = g_string_sized_new (input.length);

  for (gsize i = 0; i < input.length; i++) {
    guchar byte = input.bytes[i];

    g_string_append_unichar (text, byte >= 0x80 && byte < 0xa0 ? marks[byte - 0x80] : byte);
  }
  *length = text->len;

  return g_string_free (text, FALSE);
}

static gunichar
read_unit (Input input, gsize offset, gboolean big)
{
  guchar first = input.bytes[offset];
  guchar second = input.bytes[offset + 1];

  return big ? (gunichar) (first << 8 | second) : (gunichar) (second << 8 | first);
}

/* How many bytes the character takes; 0 where there is none. */
static gsize
read_utf16 (Input input, gsize offset, gboolean big, gunichar *character)
{
  gunichar low;

  if (offset + 2 > input.length)
    return 0;
  *character = read_unit (input, offset, big);
  if (*character < 0xd800 || *character > 0xdfff)
    return 2;
  if (*character > 0xdbff || offset + 4 > input.length)
    return 0;
  low = read_unit (input, offset + 2, big);
  if (low < 0xdc00 || low > 0xdfff)
    return 0;
  *character = 0x10000 + ((*character - 0xd800) << 10) + (low - 0xdc00);

  return 4;
}

static char *
convert_utf16 (Input input, gsize *length, GError **error)
{
  gboolean big = is_big_endian (input);
  gboolean marked = has_mark (input, 0xff, 0xfe) || has_mark (input, 0xfe, 0xff);
  g_autoptr (GString) text = g_string_sized_new (input.length / 2);
  gsize offset = marked ? 2 : 0;

  while (offset < input.length) {
    gunichar character;
    gsize step = read_utf16 (input, offset, big, &character);

    if (step == 0) {
      g_autofree char *number = g_strdup_printf ("%" G_GSIZE_FORMAT, offset);

      g_set_error (error, SEVEN_TEXT_ERROR, SEVEN_TEXT_ERROR_NOT_UTF8,
          /* Translators: %s is how many bytes come before the place */
          _ ("This is not UTF-16 text either: half a character at offset %s."), number);
      return NULL;
    }
    g_string_append_unichar (text, character);
    offset += step;
  }
  *length = text->len;

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * seven_text_decode:
 * @bytes: what a file holds
 * @charset: how to read it: as UTF-8, or as what the person agreed to convert from
 * @length: (out) (optional): the length of the text in bytes
 * @guess: (out) (optional): what to offer where it is not UTF-8, else %SEVEN_CHARSET_UTF8
 * @error: where to put what is wrong
 *
 * Reads bytes as text. Valid UTF-8 is taken as it is, with a byte-order mark or NUL in it, which json-syntax speaks
 * of. Latin-1 is read as Windows-1252, as browsers do. UTF-16 is read with either end first, by its mark, which is
 * dropped, or by its zeros.
 *
 * Errors: %SEVEN_TEXT_ERROR_NOT_UTF8, the message of which names the place and the guess;
 * %SEVEN_TEXT_ERROR_TOO_LARGE over %SEVEN_JSON_MAX_SIZE.
 *
 * Returns: (transfer full): the text in UTF-8, NUL-terminated besides its length; %NULL with @error set
 */
char *
seven_text_decode (GBytes *bytes, SevenCharset charset, gsize *length, SevenCharset *guess, GError **error)
{
  Input input;
  gsize unused_length = 0;
  SevenCharset unused_guess;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  length = length != NULL ? length : &unused_length;
  guess = guess != NULL ? guess : &unused_guess;
  *guess = SEVEN_CHARSET_UTF8;
  input.bytes = g_bytes_get_data (bytes, &input.length);
  if (input.length > SEVEN_JSON_MAX_SIZE) {
    g_autofree char *size = g_format_size_full (input.length, G_FORMAT_SIZE_IEC_UNITS);
    g_autofree char *limit = g_format_size_full (SEVEN_JSON_MAX_SIZE, G_FORMAT_SIZE_IEC_UNITS);

    g_set_error (error, SEVEN_TEXT_ERROR, SEVEN_TEXT_ERROR_TOO_LARGE,
        /* Translators: both are sizes, such as “64.0 MiB” */
        _ ("The text has %s. At most %s can be read."), size, limit);
    return NULL;
  }
  if (charset == SEVEN_CHARSET_LATIN1)
    return convert_latin1 (input, length);
  if (charset == SEVEN_CHARSET_UTF16)
    return convert_utf16 (input, length, error);

  return take_utf8 (input, length, guess, error);
}

/**
 * seven_text_store_load_async:
 * @self: where documents live
 * @uri: the document
 * @cancellable: (nullable): to stop it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Reads a document.
 */
void
seven_text_store_load_async (SevenTextStore *self, const char *uri, GCancellable *cancellable,
    GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (SEVEN_IS_TEXT_STORE (self));
  g_return_if_fail (uri != NULL);

  SEVEN_TEXT_STORE_GET_IFACE (self)->load_async (self, uri, cancellable, callback, user_data);
}

/**
 * seven_text_store_load_finish:
 * @self: where documents live
 * @result: what the callback got
 * @stamp: (out) (optional) (transfer full): tells this version of the document from a later one
 * @error: where to put what went wrong
 *
 * Errors: #GIOErrorEnum, with words for people.
 *
 * Returns: (transfer full): what the document holds; %NULL with @error set
 */
GBytes *
seven_text_store_load_finish (SevenTextStore *self, GAsyncResult *result, char **stamp, GError **error)
{
  g_return_val_if_fail (SEVEN_IS_TEXT_STORE (self), NULL);
  g_return_val_if_fail (G_IS_ASYNC_RESULT (result), NULL);

  return SEVEN_TEXT_STORE_GET_IFACE (self)->load_finish (self, result, stamp, error);
}

/**
 * seven_text_store_save_async:
 * @self: where documents live
 * @uri: the document
 * @bytes: what it is to hold
 * @stamp: (nullable): the version that was loaded or saved last; %NULL where none is expected to be there, or the
 *   person has agreed to replace it
 * @flags: whether to overwrite a version that is another by now
 * @cancellable: (nullable): to stop it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Writes a document beside and renames it, flushed; a new one has the mode 0600, an old one keeps its mode; a
 * symbolic link is followed.
 */
void
seven_text_store_save_async (SevenTextStore *self, const char *uri, GBytes *bytes, const char *stamp,
    SevenSaveFlags flags, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (SEVEN_IS_TEXT_STORE (self));
  g_return_if_fail (uri != NULL);
  g_return_if_fail (bytes != NULL);

  SEVEN_TEXT_STORE_GET_IFACE (self)->save_async (
      self, uri, bytes, stamp, flags, cancellable, callback, user_data);
}

/**
 * seven_text_store_save_finish:
 * @self: where documents live
 * @result: what the callback got
 * @error: where to put what went wrong
 *
 * Errors: #GIOErrorEnum, with words for people; %G_IO_ERROR_WRONG_ETAG where the document is not the version that
 * was named.
 *
 * Returns: (transfer full): the stamp of the version that was written; %NULL with @error set
 */
char *
seven_text_store_save_finish (SevenTextStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (SEVEN_IS_TEXT_STORE (self), NULL);
  g_return_val_if_fail (G_IS_ASYNC_RESULT (result), NULL);

  return SEVEN_TEXT_STORE_GET_IFACE (self)->save_finish (self, result, error);
}
