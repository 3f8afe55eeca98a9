/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  CERTIFICATE_GOOD, /* for localhost and 127.0.0.1, signed by the test authority */
  CERTIFICATE_EXPIRED, /* the same, of the year 2020 */
  CERTIFICATE_FUTURE, /* the same, of the year 2048 */
  CERTIFICATE_OTHER_HOST, /* for other.example */
  CERTIFICATE_SELF_SIGNED, /* for localhost and 127.0.0.1, by nobody else */
  N_CERTIFICATES,
} CertificateKind;

/* An authority of the test's own and what it has signed, made by the openssl program in a folder for the time. */
typedef struct
{
  char *folder;
  GTlsDatabase *database; /* trusts the authority and nobody else */
  GTlsCertificate *certificates[N_CERTIFICATES];
} Certificates;

Certificates *certificates_new (void); /* (nullable) NULL: there is no openssl */
void certificates_free (Certificates *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Certificates, certificates_free)

G_END_DECLS
