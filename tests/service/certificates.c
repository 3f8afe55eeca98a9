/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "certificates.h"

#include <glib/gstdio.h>

static const char config[] = "[ca]\n"
                             "default_ca = authority\n"
                             "[authority]\n"
                             "dir = .\n"
                             "database = index.txt\n"
                             "serial = serial\n"
                             "new_certs_dir = .\n"
                             "default_md = sha256\n"
                             "policy = policy\n"
                             "unique_subject = no\n"
                             "[policy]\n"
                             "commonName = supplied\n"
                             "[here]\n"
                             "subjectAltName = DNS:localhost, IP:127.0.0.1\n"
                             "[elsewhere]\n"
                             "subjectAltName = DNS:other.example\n";

/* In the order of CertificateKind. */
static const struct
{
  const char *name;
  const char *section; /* (nullable) NULL: signed by itself */
  const char *from;
  const char *to;
} kinds[N_CERTIFICATES] = {
  { "good.pem", "here", "20200101000000Z", "20491231235959Z" },
  { "expired.pem", "here", "20200101000000Z", "20200201000000Z" },
  { "future.pem", "here", "20480101000000Z", "20491231235959Z" },
  { "other.pem", "elsewhere", "20200101000000Z", "20491231235959Z" },
  { "self.pem", NULL, NULL, NULL },
};

static void
run (const char *folder, const char *command)
{
  g_auto (GStrv) argv = NULL;
  g_autoptr (GError) error = NULL;
  int status = 0;

  g_shell_parse_argv (command, NULL, &argv, &error);
  g_assert_no_error (error);
  g_spawn_sync (folder, argv, NULL,
      G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, NULL, NULL,
      &status, &error);
  g_assert_no_error (error);
  g_spawn_check_wait_status (status, &error);
  g_assert_no_error (error);
}

static void
put (const char *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static GTlsCertificate *
make (const char *folder, CertificateKind kind)
{
  g_autofree char *command = NULL;
  g_autofree char *file = g_build_filename (folder, kinds[kind].name, NULL);
  g_autofree char *key = g_build_filename (folder, "key.pem", NULL);
  g_autoptr (GError) error = NULL;
  GTlsCertificate *certificate;

  if (kinds[kind].section != NULL)
    command = g_strdup_printf ("openssl ca -batch -notext -config ca.cnf -cert ca.pem -keyfile ca.key -in "
                               "request.pem -out %s -startdate %s -enddate %s -extensions %s",
        kinds[kind].name, kinds[kind].from, kinds[kind].to, kinds[kind].section);
  else
    command = g_strdup_printf ("openssl req -x509 -key key.pem -out %s -days 2 -subj /CN=localhost -addext "
                               "subjectAltName=DNS:localhost,IP:127.0.0.1",
        kinds[kind].name);
  run (folder, command);
  certificate = g_tls_certificate_new_from_files (file, key, &error);
  g_assert_no_error (error);
  return certificate;
}

Certificates *
certificates_new (void)
{
  g_autofree char *program = g_find_program_in_path ("openssl");
  g_autofree char *authority = NULL;
  g_autoptr (GError) error = NULL;
  Certificates *self;

  if (program == NULL)
    return NULL;
  self = g_new0 (Certificates, 1);
  self->folder = g_dir_make_tmp ("seven-certificates-XXXXXX", &error);
  g_assert_no_error (error);
  put (self->folder, "ca.cnf", config);
  put (self->folder, "index.txt", "");
  put (self->folder, "serial", "01\n");
  run (self->folder,
      "openssl req -x509 -newkey rsa:2048 -nodes -keyout ca.key -out ca.pem -days 2 -subj '/CN=Test "
      "Authority'");
  run (self->folder,
      "openssl req -newkey rsa:2048 -nodes -keyout key.pem -out request.pem -subj /CN=localhost");
  for (guint i = 0; i < N_CERTIFICATES; i++)
    self->certificates[i] = make (self->folder, i);
  authority = g_build_filename (self->folder, "ca.pem", NULL);
  self->database = g_tls_file_database_new (authority, &error);
  g_assert_no_error (error);
  return self;
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);

    g_assert_cmpint (g_unlink (path), ==, 0);
  }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

void
certificates_free (Certificates *self)
{
  for (guint i = 0; i < N_CERTIFICATES; i++)
    g_object_unref (self->certificates[i]);
  g_object_unref (self->database);
  remove_folder (self->folder);
  g_free (self->folder);
  g_free (self);
}
