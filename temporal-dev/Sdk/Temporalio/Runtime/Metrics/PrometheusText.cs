using System.Globalization;
using System.Text;

namespace Temporalio.Runtime.Metrics;

/// <summary>Metrics as Prometheus reads them.</summary>
/// <remarks>Text exposition format 0.0.4 (prometheus.io/docs/instrumenting/exposition_formats).</remarks>
internal static class PrometheusText
{
    /// <summary>Media type of the text.</summary>
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    /// <summary>Writes all metrics, sorted by name and tags.</summary>
    public static string Of(MetricStore store, PrometheusOptions options)
    {
        var text = new StringBuilder();
        foreach (var metric in store.Metrics)
        {
            var name = NameOf(metric, options);
            if (metric.Description is { Length: > 0 } description)
            {
                text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {Escaped(description, quotes: false)}\n");
            }

            text.Append(CultureInfo.InvariantCulture, $"# TYPE {name} {metric.Kind.ToString().ToLowerInvariant()}\n");
            foreach (var (tags, series) in metric.Series.Select(pair => (Tags: TagsOf(pair.Key), pair.Value)).OrderBy(pair => pair.Tags, StringComparer.Ordinal))
            {
                Append(text, metric, name, tags, series.Read());
            }
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, StoredMetric metric, string name, string tags, MetricPoint point)
    {
        if (metric.Kind != MetricKind.Histogram)
        {
            text.Append(CultureInfo.InvariantCulture, $"{name}{Braced(tags)} {point.Value:R}\n");
            return;
        }

        var below = 0UL;
        for (var i = 0; i < point.Buckets.Count; i++)
        {
            below += point.Buckets[i];
            var bound = i < metric.Bounds.Count ? metric.Bounds[i].ToString("R", CultureInfo.InvariantCulture) : "+Inf";
            text.Append(CultureInfo.InvariantCulture, $"{name}_bucket{Braced(Joined(tags, $"le=\"{bound}\""))} {below}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"{name}_sum{Braced(tags)} {point.Value:R}\n");
        text.Append(CultureInfo.InvariantCulture, $"{name}_count{Braced(tags)} {point.Count}\n");
    }

    private static string NameOf(StoredMetric metric, PrometheusOptions options)
    {
        var name = Safe(metric.Name);
        if (options.HasUnitSuffix && UnitName(metric.Unit) is { } unit && !name.EndsWith(unit, StringComparison.Ordinal))
        {
            name += "_" + unit;
        }

        return options.HasCounterTotalSuffix && metric.Kind == MetricKind.Counter ? name + "_total" : name;
    }

    private static string? UnitName(string? unit) => unit switch
    {
        null or "" or "1" => null,
        "ms" => "milliseconds",
        "s" => "seconds",
        "By" => "bytes",
        _ => Safe(unit),
    };

    private static string TagsOf(MetricTags tags) => string.Join(',', tags.All.Select(tag =>
        $"{Safe(tag.Key)}=\"{Escaped(Convert.ToString(tag.Value, CultureInfo.InvariantCulture)!, quotes: true)}\""));

    private static string Joined(string tags, string last) => tags.Length == 0 ? last : tags + "," + last;

    private static string Braced(string tags) => tags.Length == 0 ? string.Empty : "{" + tags + "}";

    private static string Safe(string name) =>
        string.Concat(name.Select((letter, i) => char.IsAsciiLetter(letter) || letter is '_' or ':' || (i > 0 && char.IsAsciiDigit(letter)) ? letter : '_'));

    private static string Escaped(string text, bool quotes)
    {
        var escaped = text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
        return quotes ? escaped.Replace("\"", "\\\"", StringComparison.Ordinal) : escaped;
    }
}
