using Gauntlet.Domain.Input;
using Npgsql;

namespace Gauntlet.Storage.Database;

/// <summary>Where the database is: from an Npgsql connection string or a <c>postgres://user:password@host:port/database</c> address.</summary>
/// <remarks>Its text never shows the password.</remarks>
public sealed class DatabaseAddress
{
    private const string Remedy = "Give an Npgsql connection string such as 'Host=localhost;Username=gauntlet;Database=gauntlet' or postgres://user:password@host:5432/database.";
    private readonly NpgsqlConnectionStringBuilder _builder;

    private DatabaseAddress(NpgsqlConnectionStringBuilder builder)
    {
        builder.ApplicationName ??= "gauntlet";
        _builder = builder;
    }

    /// <summary>Host name or socket directory.</summary>
    public string Host => _builder.Host!;

    /// <summary>TCP port.</summary>
    public int Port => _builder.Port;

    /// <summary>Name of the database.</summary>
    public string Database => _builder.Database ?? _builder.Username ?? "postgres";

    /// <summary>The whole connection string, password included: for Npgsql only, never for a log.</summary>
    public string ConnectionString => _builder.ConnectionString;

    /// <summary>Reads an address.</summary>
    /// <param name="text">Either form.</param>
    /// <exception cref="InvalidInputException">Neither form; the message does not repeat the text, which may hold a password.</exception>
    public static DatabaseAddress Parse(string text)
    {
        var builder = text.Contains("://", StringComparison.Ordinal) ? FromUri(text) : FromKeywords(text);
        return string.IsNullOrWhiteSpace(builder.Host) ? throw Refused("it names no host") : new(builder);
    }

    /// <summary>The same server and user, another database.</summary>
    /// <param name="database">Its name.</param>
    public DatabaseAddress With(string database) => new(new(_builder.ConnectionString) { Database = database });

    /// <summary>User, host, port and database, as people may see it.</summary>
    public override string ToString() => $"postgres://{_builder.Username}@{Host}:{Port}/{Database}";

    private static NpgsqlConnectionStringBuilder FromKeywords(string text)
    {
        try
        {
            return new(text);
        }
        catch (Exception error) when (error is ArgumentException or FormatException)
        {
            throw Refused("it has a keyword or value that PostgreSQL does not know");
        }
    }

    private static NpgsqlConnectionStringBuilder FromUri(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme is not ("postgres" or "postgresql")) throw Refused("it is not a postgres:// address");

        var credentials = uri.UserInfo.Split(':', 2);
        var builder = new NpgsqlConnectionStringBuilder { Host = uri.Host, Port = uri.IsDefaultPort || uri.Port < 0 ? 5432 : uri.Port };
        if (credentials[0].Length > 0) builder.Username = Uri.UnescapeDataString(credentials[0]);
        if (credentials.Length > 1) builder.Password = Uri.UnescapeDataString(credentials[1]);
        if (uri.AbsolutePath.Trim('/') is { Length: > 0 } database) builder.Database = Uri.UnescapeDataString(database);
        foreach (var option in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)) Apply(builder, option.Split('=', 2));
        return builder;
    }

    private static void Apply(NpgsqlConnectionStringBuilder builder, string[] option)
    {
        var key = Uri.UnescapeDataString(option[0]).Replace("_", " ", StringComparison.Ordinal);
        try
        {
            builder[key] = option.Length > 1 ? Uri.UnescapeDataString(option[1]) : string.Empty;
        }
        catch (Exception error) when (error is ArgumentException or KeyNotFoundException or FormatException)
        {
            throw Refused($"its option '{option[0]}' or the value of it is not known");
        }
    }

    private static InvalidInputException Refused(string why) => new("GAUNTLET_DATABASE", string.Empty, $"GAUNTLET_DATABASE: the address cannot be used, {why}. {Remedy}");
}
