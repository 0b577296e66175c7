namespace Gauntlet.Architecture.Tests;

/// <summary>Which of our assemblies may reference which; the framework and packages are judged by <see cref="Packages"/>.</summary>
internal static class ImportRules
{
    private const string Contracts = "Gauntlet.Contracts";
    private const string Domain = "Gauntlet.Domain";
    private const string Storage = "Gauntlet.Storage";
    private const string Reporting = "Gauntlet.Reporting";
    private const string Workflows = "Gauntlet.Workflows";
    private const string Activities = "Gauntlet.Activities";
    private const string Host = "gauntlet";
    private const string Sdk = "Temporalio";
    private const string Hosting = "Temporalio.Extensions.Hosting";
    private const string Tracing = "Temporalio.Extensions.OpenTelemetry";
    private const string Metering = "Temporalio.Extensions.DiagnosticSource";
    private const string Server = "Gauntlet.Temporal.Server";
    private const string Messages = "Gauntlet.Temporal.Messages";
    private const string Grpc = "Gauntlet.Temporal.Grpc";
    private const string GrpcServer = "Gauntlet.Temporal.Grpc.AspNetCore";

    /// <summary>Assembly to the assemblies of ours that it may reference.</summary>
    public static IReadOnlyDictionary<string, string[]> Ours { get; } = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        [Contracts] = [Sdk],
        [Domain] = [Contracts],
        [Storage] = [Contracts, Domain],
        [Reporting] = [Contracts, Domain],
        [Workflows] = [Contracts, Domain, Sdk, Messages],
        [Activities] = [Contracts, Domain, Storage, Reporting, Sdk, Messages],
        [Host] = [Contracts, Domain, Storage, Reporting, Workflows, Activities, Sdk, Hosting, Server, Messages],
        [Sdk] = [Messages, Grpc],
        [Hosting] = [Sdk, Messages],
        [Tracing] = [Sdk, Messages],
        [Metering] = [Sdk],
        [Server] = [Messages, Grpc, GrpcServer],
        [Grpc] = [Messages],
        [GrpcServer] = [Messages, Grpc],
        [Messages] = [],
    };

    /// <summary>Assembly to the only packages (and framework assemblies beyond the base library) whose names it may not see.</summary>
    public static IReadOnlyDictionary<string, string[]> Packages { get; } = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        [Contracts] = ["Npgsql", "Dapper", "Serilog", "System.Net.Http", "Microsoft.AspNetCore"],
        [Domain] = ["Npgsql", "Dapper", "Serilog", "System.Net.Http", "Microsoft.AspNetCore", "Microsoft.Extensions.Logging"],
        [Reporting] = ["Npgsql", "Dapper", "Serilog", "System.Net.Http", "Microsoft.AspNetCore"],
        [Workflows] = ["Npgsql", "Dapper", "Serilog", "System.Net.Http", "Microsoft.AspNetCore", "System.Console", "System.Diagnostics.Process"],
        [Activities] = ["Npgsql", "Dapper", "Serilog", "Microsoft.AspNetCore"],
        [Sdk] = ["Npgsql", "Dapper", "Serilog", "Microsoft.AspNetCore"],
        [Server] = ["Serilog", "Spectre"],
    };
}
