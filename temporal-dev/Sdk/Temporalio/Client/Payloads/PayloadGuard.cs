using System.Globalization;
using Google.Protobuf;
using Temporalio.Runtime;
using Level = Temporalio.Runtime.TelemetryFilterOptions.Level;

namespace Temporalio.Client;

/// <summary>Looks at the size of what a connection is about to send: large fields are warned of, those that the server would refuse are not sent.</summary>
/// <param name="warnings">From which size on to warn.</param>
/// <param name="log">Where to.</param>
internal sealed class PayloadGuard(PayloadLimitsOptions warnings, RuntimeLog log)
{
    private const string Target = RuntimeLogTargets.Client + "::payload_limits";

    /// <summary>What is said of a field above a limit.</summary>
    /// <param name="limit">Which: "error" or "warning".</param>
    /// <param name="kind">What the field holds.</param>
    public static string Above(string limit, PayloadKind kind) =>
        $"[TMPRL1103] Attempted to upload {(kind == PayloadKind.Memo ? "memo" : "payloads")} with size that exceeded the {limit} limit.";

    /// <summary>Checks a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="errors">What the server takes; null if the server may say so itself.</param>
    /// <exception cref="PayloadsTooLargeException">A field is above what the server takes.</exception>
    public void Check(IMessage request, PayloadErrorLimits? errors)
    {
        var smallest = Math.Min(
            Math.Min(Threshold(warnings.PayloadsWarnSize), Threshold(warnings.MemoWarnSize)),
            Math.Min(Threshold(errors?.Payloads ?? 0), Threshold(errors?.Memo ?? 0)));
        var large = PayloadSize.Of(request, smallest).ToList();
        foreach (var field in large)
        {
            var limit = Threshold((field.Rule.Kind == PayloadKind.Memo ? errors?.Memo : errors?.Payloads) ?? 0);
            if (field.Rule.IsRefused && field.Bytes > limit)
            {
                Say(Level.Error, "error", field, limit);
                throw new PayloadsTooLargeException(field, limit);
            }
        }

        foreach (var field in large)
        {
            var limit = Threshold(field.Rule.Kind == PayloadKind.Memo ? warnings.MemoWarnSize : warnings.PayloadsWarnSize);
            if (field.Bytes > limit)
            {
                Say(Level.Warn, "warning", field, limit);
            }
        }
    }

    // None is none that anything reaches.
    private static long Threshold(long size) => size > 0 ? size : long.MaxValue;

    private void Say(Level level, string name, PayloadSize field, long limit) => log.Write(
        level,
        Target,
        Above(name, field.Rule.Kind),
        new Dictionary<string, string>
        {
            ["field"] = field.Field,
            ["size"] = field.Bytes.ToString(CultureInfo.InvariantCulture),
            ["limit"] = limit.ToString(CultureInfo.InvariantCulture),
        });
}
