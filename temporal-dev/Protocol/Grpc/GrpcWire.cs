using System.Globalization;
using System.Text;

namespace Gauntlet.Temporal.Grpc;

/// <summary>Header values of gRPC over HTTP/2: names, timeouts, and the encoding of texts and bytes.</summary>
/// <remarks>gRPC over HTTP/2 protocol specification (grpc/doc/PROTOCOL-HTTP2.md).</remarks>
public static class GrpcWire
{
    /// <summary>Media type of requests and answers.</summary>
    public const string ContentType = "application/grpc";

    /// <summary>Trailer with the status code.</summary>
    public const string StatusHeader = "grpc-status";

    /// <summary>Trailer with the percent-encoded text of the status.</summary>
    public const string MessageHeader = "grpc-message";

    /// <summary>Trailer with the serialised <see cref="Google.Rpc.Status"/>.</summary>
    public const string StatusDetailsHeader = "grpc-status-details-bin";

    /// <summary>Header with the time left for the call.</summary>
    public const string TimeoutHeader = "grpc-timeout";

    /// <summary>Header that names the compression of this side's message.</summary>
    public const string EncodingHeader = "grpc-encoding";

    /// <summary>Header that lists the compressions which this side can read.</summary>
    public const string AcceptEncodingHeader = "grpc-accept-encoding";

    private const int MaxTimeoutDigits = 8;

    /// <summary>A timeout as the header wants it: at most eight digits and a unit, rounded up.</summary>
    /// <param name="timeout">Time left; negative counts as zero.</param>
    public static string FormatTimeout(TimeSpan timeout)
    {
        var limit = (long)Math.Pow(10, MaxTimeoutDigits);
        var milliseconds = Math.Max(0, (long)Math.Ceiling(timeout.TotalMilliseconds));
        if (milliseconds < limit) return milliseconds.ToString(CultureInfo.InvariantCulture) + "m";
        var seconds = (milliseconds + 999) / 1000;
        return Math.Min(seconds, limit - 1).ToString(CultureInfo.InvariantCulture) + "S";
    }

    /// <summary>The time that a timeout header grants; null when there is none or it cannot be read.</summary>
    /// <param name="value">Header value such as <c>500m</c>.</param>
    public static TimeSpan? ParseTimeout(string? value)
    {
        if (value is null or { Length: < 2 } || !long.TryParse(value.AsSpan(0, value.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var amount)) return null;
        return value[^1] switch
        {
            'H' => TimeSpan.FromHours(Math.Min(amount, 1_000_000)),
            'M' => TimeSpan.FromMinutes(Math.Min(amount, 60_000_000)),
            'S' => TimeSpan.FromSeconds(amount),
            'm' => TimeSpan.FromMilliseconds(amount),
            'u' => TimeSpan.FromMicroseconds(amount),
            'n' => TimeSpan.FromTicks(amount / 100),
            _ => null,
        };
    }

    /// <summary>A status text in printable ASCII: every other byte of its UTF-8, and the percent sign, as %XX.</summary>
    /// <param name="text">Any text.</param>
    public static string EncodeMessage(string text)
    {
        var encoded = new StringBuilder(text.Length);
        foreach (var octet in Encoding.UTF8.GetBytes(text))
        {
            if (octet is >= 0x20 and <= 0x7E and not (byte)'%') encoded.Append((char)octet);
            else encoded.Append('%').Append(octet.ToString("X2", CultureInfo.InvariantCulture));
        }

        return encoded.ToString();
    }

    /// <summary>The text behind an encoded status text; what cannot be decoded stays as it is.</summary>
    /// <param name="value">Header value.</param>
    public static string DecodeMessage(string value) => Uri.UnescapeDataString(value);

    /// <summary>Bytes behind a binary header; padding may be missing.</summary>
    /// <param name="value">Base64 text.</param>
    /// <exception cref="FormatException">Not base64.</exception>
    public static byte[] DecodeBinary(string value) => Convert.FromBase64String(value.PadRight((value.Length + 3) / 4 * 4, '='));

    /// <summary>A binary header's value: base64 without padding.</summary>
    /// <param name="value">Any bytes.</param>
    public static string EncodeBinary(ReadOnlySpan<byte> value) => Convert.ToBase64String(value).TrimEnd('=');
}
