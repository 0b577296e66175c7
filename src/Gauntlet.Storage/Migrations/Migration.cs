using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Gauntlet.Storage.Migrations;

/// <summary>A numbered step of the schema; it goes forward only and never changes once shipped.</summary>
/// <param name="Number">Its number, from 1, without gaps.</param>
/// <param name="Name">Name of its file.</param>
/// <param name="Sql">What it does.</param>
internal sealed record Migration(int Number, string Name, string Sql)
{
    /// <summary>SHA-256 of the statement, to notice a file that was changed after it was applied.</summary>
    public string Checksum { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql)));

    /// <summary>All steps, in order.</summary>
    public static IReadOnlyList<Migration> All { get; } = Load();

    private static List<Migration> Load()
    {
        const string prefix = "Gauntlet.Storage.Migrations.";
        var assembly = typeof(Migration).Assembly;
        return [.. assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal) && name.EndsWith(".sql", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select((name, index) => new Migration(index + 1, name[prefix.Length..], Read(assembly, name)))];
    }

    private static string Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
