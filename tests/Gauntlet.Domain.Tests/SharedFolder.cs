namespace Gauntlet.Domain.Tests;

/// <summary>Market data and reference numbers that lie beside the repository on some machines; a test that needs them skips where they are absent.</summary>
internal static class SharedFolder
{
    private static readonly string? Root = Find();

    public static string PathOf(string relative)
    {
        Skip.If(Root is null, "no folder 'shared' beside the repository, and GAUNTLET_SHARED is not set");
        return Path.Combine(Root, relative);
    }

    /// <summary>Path of a file where it is there; null where it is not.</summary>
    public static string? Find(string relative) => Root is not null && Path.Combine(Root, relative) is var path && File.Exists(path) ? path : null;

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("GAUNTLET_SHARED") is { Length: > 0 } given) return given;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (!File.Exists(Path.Combine(folder.FullName, "Workflows.sln"))) continue;
            var beside = Path.Combine(folder.Parent!.FullName, "shared");
            return Directory.Exists(beside) ? beside : null;
        }

        return null;
    }
}
