# SPDX-FileCopyrightText: The Seven Console authors
# SPDX-License-Identifier: MIT

# The alphabet, every code point of the Basic Multilingual Plane, against Perl's Encode::GSM0338.
# Called as: perl gsm.pl PROBE

use strict;
use warnings;
use Encode ();
use Encode::GSM0338 ();
use IPC::Open2 qw(open2);
use MIME::Base64 qw(encode_base64);

my ($probe) = @ARGV;
my @points = grep { $_ < 0xd800 || $_ > 0xdfff } 0 .. 0xffff;

# Their module follows the Unicode consortium's mapping file, which has c with cedilla where 3GPP TS 23.038 and handsets
# have C with cedilla. A form feed is in the extension. These are our own tables' business.
my %disputed = map { $_ => 1 } (0x00c7, 0x00e7);

my $pid = open2 (my $answers, my $questions, $probe);
if (fork () == 0)
  {
    print {$questions} 'alphabet ' . encode_base64 (sprintf ('%x', $_), '') . "\n" for @points;
    close $questions;
    exit 0;
  }
close $questions;

my ($compared, @different) = (0);
for my $point (@points)
  {
    my $ours = <$answers>;
    defined $ours or die "the probe ended early\n";
    next if $disputed{$point};

    my $theirs = 0;
    my $character = chr $point;
    my $bytes = eval { Encode::encode ('gsm0338', $character, Encode::FB_CROAK) };
    # ESC is the way into the extension, no character of its own.
    $theirs = length $bytes if defined $bytes && $point != 0x1b;
    $compared++;
    push @different, sprintf ('U+%04X: ours %d, theirs %d', $point, $ours, $theirs) if $ours != $theirs;
  }

my $good = @different == 0 && $compared > 63000;
print $good ? 'ok' : 'not ok', " 1 - the alphabet ($compared code points)\n";
print "# $_\n" for @different > 20 ? @different[0 .. 19] : @different;
print "1..1\n";
exit ($good ? 0 : 1);
