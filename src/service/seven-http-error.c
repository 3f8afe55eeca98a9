/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-http-error.h"

#include <glib/gi18n-lib.h>
#include <libsoup/soup.h>

static const struct
{
  GTlsCertificateFlags flag;
  const char *words;
} certificate_checks[] = {
  /* Translators: these are reasons after “The certificate of HOST was not accepted: ” */
  { G_TLS_CERTIFICATE_BAD_IDENTITY, N_ ("it is made out for another host; check the address") },
  { G_TLS_CERTIFICATE_EXPIRED, N_ ("it has expired; check the clock of this computer") },
  { G_TLS_CERTIFICATE_NOT_ACTIVATED, N_ ("it is not valid yet; check the clock of this computer") },
  { G_TLS_CERTIFICATE_REVOKED, N_ ("it has been revoked; do not send to this host") },
  { G_TLS_CERTIFICATE_INSECURE, N_ ("its signature is too weak to be trusted") },
  { G_TLS_CERTIFICATE_UNKNOWN_CA,
      N_ ("it is not signed by an authority that this computer trusts; a proxy or a filter in between may "
          "have "
          "replaced it") },
  { G_TLS_CERTIFICATE_GENERIC_ERROR, N_ ("it could not be checked") },
};

static GError *
certificate_error_new (const char *host, GTlsCertificateFlags flags)
{
  g_autoptr (GString) reasons = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (certificate_checks); i++) {
    if (!(flags & certificate_checks[i].flag))
      continue;
    if (reasons->len > 0)
      /* Translators: between two reasons of a list. */
      g_string_append (reasons, _ ("; "));
    g_string_append (reasons, _ (certificate_checks[i].words));
  }
  return g_error_new (SEVEN_GATEWAY_ERROR, SEVEN_GATEWAY_ERROR_TLS,
      _ ("The certificate of %s was not accepted: %s."), host, reasons->str);
}

static GError *
tls_error_new (const GError *error, const char *host, GTlsCertificateFlags flags)
{
  if (g_error_matches (error, G_TLS_ERROR, G_TLS_ERROR_UNAVAILABLE))
    return g_error_new_literal (SEVEN_GATEWAY_ERROR, SEVEN_GATEWAY_ERROR_TLS,
        _ ("TLS is not available on this computer. Install the package glib-networking."));
  if (flags != 0)
    return certificate_error_new (host, flags);
  return g_error_new (SEVEN_GATEWAY_ERROR, SEVEN_GATEWAY_ERROR_TLS,
      _ ("No secure connection to %s could be agreed on: %s. Check the address and the port."), host,
      error->message);
}

static int
code_from_io_error (int code)
{
  static const struct
  {
    int io_code;
    int code;
  } map[] = {
    { G_IO_ERROR_HOST_NOT_FOUND, SEVEN_GATEWAY_ERROR_NAME },
    { G_IO_ERROR_CONNECTION_REFUSED, SEVEN_GATEWAY_ERROR_REFUSED },
    { G_IO_ERROR_HOST_UNREACHABLE, SEVEN_GATEWAY_ERROR_UNREACHABLE },
    { G_IO_ERROR_NETWORK_UNREACHABLE, SEVEN_GATEWAY_ERROR_UNREACHABLE },
    { G_IO_ERROR_PROXY_FAILED, SEVEN_GATEWAY_ERROR_PROXY },
    { G_IO_ERROR_PROXY_AUTH_FAILED, SEVEN_GATEWAY_ERROR_PROXY },
    { G_IO_ERROR_PROXY_NEED_AUTH, SEVEN_GATEWAY_ERROR_PROXY },
    { G_IO_ERROR_PROXY_NOT_ALLOWED, SEVEN_GATEWAY_ERROR_PROXY },
    { G_IO_ERROR_TIMED_OUT, SEVEN_GATEWAY_ERROR_TIMED_OUT },
    { G_IO_ERROR_CONNECTION_CLOSED, SEVEN_GATEWAY_ERROR_DROPPED },
    { G_IO_ERROR_BROKEN_PIPE, SEVEN_GATEWAY_ERROR_DROPPED },
    { G_IO_ERROR_PARTIAL_INPUT, SEVEN_GATEWAY_ERROR_DROPPED },
    { G_IO_ERROR_CANCELLED, SEVEN_GATEWAY_ERROR_CANCELLED },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (map); i++) {
    if (map[i].io_code == code)
      return map[i].code;
  }
  return SEVEN_GATEWAY_ERROR_FAILED;
}

static int
code_from_error (const GError *error)
{
  if (error->domain == G_IO_ERROR)
    return code_from_io_error (error->code);
  if (error->domain == G_RESOLVER_ERROR)
    return SEVEN_GATEWAY_ERROR_NAME;
  if (error->domain == G_TLS_ERROR)
    return SEVEN_GATEWAY_ERROR_TLS;
  return SEVEN_GATEWAY_ERROR_FAILED;
}

GError *
seven_http_error_new (const GError *error, const char *host, GTlsCertificateFlags tls_errors)
{
  int code = code_from_error (error);

  switch (code) {
  case SEVEN_GATEWAY_ERROR_NAME:
    return g_error_new (SEVEN_GATEWAY_ERROR, code,
        _ ("The host %s was not found. Check the network connection and the name of the host."), host);
  case SEVEN_GATEWAY_ERROR_REFUSED:
    return g_error_new (SEVEN_GATEWAY_ERROR, code,
        _ ("%s refused the connection. Check the address, or try again later."), host);
  case SEVEN_GATEWAY_ERROR_UNREACHABLE:
    return g_error_new (
        SEVEN_GATEWAY_ERROR, code, _ ("There is no way to %s. Check the network connection."), host);
  case SEVEN_GATEWAY_ERROR_PROXY:
    return g_error_new (SEVEN_GATEWAY_ERROR, code,
        _ ("The proxy did not connect to %s. Check the proxy settings of this computer."), host);
  case SEVEN_GATEWAY_ERROR_TIMED_OUT:
    return g_error_new (SEVEN_GATEWAY_ERROR, code,
        _ ("%s did not answer in time. Check the network connection, or try again later."), host);
  case SEVEN_GATEWAY_ERROR_DROPPED:
    return g_error_new (
        SEVEN_GATEWAY_ERROR, code, _ ("%s closed the connection before its answer was complete."), host);
  case SEVEN_GATEWAY_ERROR_CANCELLED:
    return g_error_new (SEVEN_GATEWAY_ERROR, code, _ ("Stopped before %s had answered."), host);
  case SEVEN_GATEWAY_ERROR_TLS:
    return tls_error_new (error, host, tls_errors);
  default:
    return g_error_new (SEVEN_GATEWAY_ERROR, SEVEN_GATEWAY_ERROR_FAILED,
        /* Translators: the first %s is a host, the second what the network library says. */
        _ ("The exchange with %s failed: %s"), host, error->message);
  }
}
