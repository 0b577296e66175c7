using Gauntlet.Temporal.Grpc;
using Microsoft.AspNetCore.Http;
using Temporalio.Api.ErrorDetails.V1;

namespace Gauntlet.Temporal.Server.Host;

/// <summary>Checks what a client says of itself and of the servers that it supports.</summary>
internal static class ClientVersion
{
    /// <summary>Version of Temporal's server whose behaviour this one shows; clients switch features by it.</summary>
    public const string Server = "1.29.1";

    private static readonly SemanticVersion ServerVersion = SemanticVersion.Parse(Server);

    /// <summary>Known clients and their supported versions, as the real server announces them.</summary>
    public static IReadOnlyDictionary<string, string> Supported { get; } = new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["Nexus-go-sdk"] = "<2.0.0",
        ["temporal-cli"] = "<2.0.0",
        ["temporal-go"] = "<2.0.0",
        ["temporal-java"] = "<2.0.0",
        ["temporal-php"] = "<2.0.0",
        ["temporal-server"] = "<2.0.0",
        ["temporal-typescript"] = "<2.0.0",
        ["temporal-ui"] = "<3.0.0",
    };

    /// <summary>Refuses clients and servers that do not go together. Headers that are not there pass.</summary>
    /// <exception cref="GrpcException">INVALID_ARGUMENT for a bad version, FAILED_PRECONDITION for one that is not supported.</exception>
    public static void Check(IHeaderDictionary headers)
    {
        var (name, version) = (headers["client-name"].ToString(), headers["client-version"].ToString());
        if (version.Length > 0 && Supported.TryGetValue(name, out var supported)) RequireSupported(name, version, supported);
        if (headers["supported-server-versions"].ToString() is { Length: > 0 } servers) RequireServer(servers);
    }

    private static void RequireSupported(string name, string version, string supported)
    {
        if (!SemanticVersion.TryParse(version, out var parsed, out var problem))
            throw new GrpcException(GrpcStatusCode.InvalidArgument, $"Unable to parse client version: {problem}");
        if (SemanticVersion.InRange(parsed, supported)) return;
        var failure = new ClientVersionNotSupportedFailure { ClientName = name, ClientVersion = version, SupportedVersions = supported };
        throw GrpcException.With(GrpcStatusCode.FailedPrecondition, $"Client version {version} is not supported. Server supports {name} versions: {supported}", failure);
    }

    private static void RequireServer(string range)
    {
        if (SemanticVersion.RangeProblem(range) is { } problem)
            throw new GrpcException(GrpcStatusCode.InvalidArgument, $"Unable to parse supported server versions: {problem}");
        if (SemanticVersion.InRange(ServerVersion, range)) return;
        var failure = new ServerVersionNotSupportedFailure { ServerVersion = Server, ClientSupportedServerVersions = range };
        throw GrpcException.With(GrpcStatusCode.FailedPrecondition, $"Server version {Server} is not supported. Client supports server versions: {range}", failure);
    }
}
