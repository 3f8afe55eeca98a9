/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include <gio/gio.h>

#include "seven-range.h"

G_BEGIN_DECLS

#define SEVEN_TEXT_ERROR (seven_text_error_quark ())
GQuark seven_text_error_quark (void);

/**
 * SevenTextError:
 * @SEVEN_TEXT_ERROR_NOT_UTF8: bytes that are no text in the encoding asked for; the message names the place
 * @SEVEN_TEXT_ERROR_TOO_LARGE: more than can be read
 *
 * Why bytes cannot be read as text.
 */
typedef enum
{
  SEVEN_TEXT_ERROR_NOT_UTF8,
  SEVEN_TEXT_ERROR_TOO_LARGE,
} SevenTextError;

/**
 * SevenCharset:
 * @SEVEN_CHARSET_UTF8: UTF-8
 * @SEVEN_CHARSET_LATIN1: Latin-1, read as Windows-1252
 * @SEVEN_CHARSET_UTF16: UTF-16 with either end first: by its mark, else by its zeros
 *
 * How text is encoded.
 */
typedef enum
{
  SEVEN_CHARSET_UTF8,
  SEVEN_CHARSET_LATIN1,
  SEVEN_CHARSET_UTF16,
} SevenCharset;

char *
seven_text_decode (GBytes *bytes, SevenCharset charset, gsize *length, SevenCharset *guess, GError **error);

/**
 * SevenTextStore:
 *
 * Where documents live. Locations are URIs.
 */
#define SEVEN_TYPE_TEXT_STORE (seven_text_store_get_type ())
G_DECLARE_INTERFACE (SevenTextStore, seven_text_store, SEVEN, TEXT_STORE, GObject)

/**
 * SevenSaveFlags:
 * @SEVEN_SAVE_DEFAULT: only over the version that is named
 * @SEVEN_SAVE_OVERWRITE: although it changed on disk since
 *
 * How a document is saved.
 */
typedef enum
{
  SEVEN_SAVE_DEFAULT = 0,
  SEVEN_SAVE_OVERWRITE = 1 << 0,
} SevenSaveFlags;

struct _SevenTextStoreInterface
{
  GTypeInterface parent_iface;

  void (*load_async) (SevenTextStore *self, const char *uri, GCancellable *cancellable,
      GAsyncReadyCallback callback, gpointer user_data);
  GBytes *(*load_finish) (SevenTextStore *self, GAsyncResult *result, char **stamp, GError **error);
  void (*save_async) (SevenTextStore *self, const char *uri, GBytes *bytes, const char *stamp,
      SevenSaveFlags flags, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
  char *(*save_finish) (SevenTextStore *self, GAsyncResult *result, GError **error);
};

void seven_text_store_load_async (SevenTextStore *self, const char *uri, GCancellable *cancellable,
    GAsyncReadyCallback callback, gpointer user_data);
GBytes *
seven_text_store_load_finish (SevenTextStore *self, GAsyncResult *result, char **stamp, GError **error);
void seven_text_store_save_async (SevenTextStore *self, const char *uri, GBytes *bytes, const char *stamp,
    SevenSaveFlags flags, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
char *seven_text_store_save_finish (SevenTextStore *self, GAsyncResult *result, GError **error);

G_END_DECLS
