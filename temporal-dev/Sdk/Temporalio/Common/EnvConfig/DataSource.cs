using System.Text;

namespace Temporalio.Common.EnvConfig;

/// <summary>Bytes that are given as such or lie in a file.</summary>
public sealed class DataSource
{
    private DataSource(string? path, byte[]? data)
    {
        Path = path;
        Data = data;
    }

    /// <summary>The file, null if the bytes are given.</summary>
    public string? Path { get; private init; }

    /// <summary>The bytes, null if they lie in a file.</summary>
    public byte[]? Data { get; private init; }

    /// <summary>Bytes of a file.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The source.</returns>
    /// <exception cref="ArgumentException">The path is empty.</exception>
    public static DataSource FromPath(string path) => string.IsNullOrEmpty(path)
        ? throw new ArgumentException("Path cannot be empty", nameof(path))
        : new(path, null);

    /// <summary>Bytes.</summary>
    /// <param name="data">The bytes.</param>
    /// <returns>The source.</returns>
    public static DataSource FromBytes(byte[] data) => new(null, data ?? throw new ArgumentNullException(nameof(data)));

    /// <summary>Text as UTF-8.</summary>
    /// <param name="content">The text.</param>
    /// <returns>The source.</returns>
    public static DataSource FromUTF8String(string content) => FromBytes(Encoding.UTF8.GetBytes(content));

    /// <summary>Reads a source from <c>path</c> or <c>data</c>.</summary>
    /// <param name="dictionary">Values by name, null for none.</param>
    /// <returns>The source, null if there is none.</returns>
    /// <exception cref="InvalidOperationException">There are both.</exception>
    public static DataSource? FromDictionary(IReadOnlyDictionary<string, string>? dictionary)
    {
        var path = dictionary?.GetValueOrDefault("path");
        var data = dictionary?.GetValueOrDefault("data");
        return (path, data) switch
        {
            (not null, not null) => throw new InvalidOperationException("Cannot specify both path and data"),
            (not null, null) => FromPath(path),
            (null, not null) => FromUTF8String(data),
            _ => null,
        };
    }

    /// <summary>Writes the source as <see cref="FromDictionary"/> reads it.</summary>
    /// <returns>Values by name, null if there are none.</returns>
    public Dictionary<string, string>? ToDictionary() => Path is not null
        ? new() { ["path"] = Path }
        : Data is null ? null : new() { ["data"] = Encoding.UTF8.GetString(Data) };

    /// <summary>The bytes, read from the file where they lie in one.</summary>
    /// <returns>The bytes, null if there are none.</returns>
    public byte[]? GetBytes() => Path is null ? Data : File.ReadAllBytes(Path);
}
