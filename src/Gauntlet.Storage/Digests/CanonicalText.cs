using System.Data.Common;
using System.Globalization;
using System.Text;

namespace Gauntlet.Storage.Digests;

/// <summary>Rows as text of which there is only one: fields parted by U+001F, rows by a line feed, an absent value as U+0000, numbers in round-trip form, times in UTC.</summary>
internal static class CanonicalText
{
    public static void Append(StringBuilder text, DbDataReader row)
    {
        for (var i = 0; i < row.FieldCount; i++)
        {
            if (i > 0) text.Append('\u001f');
            text.Append(Of(row.GetValue(i)));
        }

        text.Append('\n');
    }

    internal static string Of(object value) => value switch
    {
        DBNull => "\0",
        string s => s,
        bool b => b ? "true" : "false",
        double d => d.ToString("R", CultureInfo.InvariantCulture),
        DateTime t => t.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture),
        IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new NotSupportedException($"A digest cannot cover a {value.GetType().Name}."),
    };
}
