using System.Reflection;
using Microsoft.Extensions.Logging;

namespace Temporalio.Testing;

/// <summary>
/// Starts the embedded server in this process. This assembly must not reference the server's, so the server is found
/// when it is needed; whoever tests with it references it.
/// </summary>
internal static class EmbeddedServerLoader
{
    private const string AssemblyName = "Gauntlet.Temporal.Server";

    /// <summary>Starts the server.</summary>
    /// <exception cref="InvalidOperationException">The server's assembly is not there, or not the one expected.</exception>
    public static async Task<IRunningServer> StartAsync(
        string host, int port, string name, bool timeSkipping, ILoggerFactory loggers)
    {
        var assembly = Load();
        var serverType = Find(assembly, "EmbeddedServer");
        var optionsType = Find(assembly, "EmbeddedServerOptions");
        var options = Activator.CreateInstance(optionsType)!;
        Set(options, "Host", host);
        Set(options, "Port", port);
        Set(options, "Namespace", name);
        Set(options, "TimeSkipping", timeSkipping);
        Set(options, "LoggerFactory", loggers);
        var start = serverType.GetMethod("StartAsync", BindingFlags.Public | BindingFlags.Static) ?? throw Missing("StartAsync");
        var starting = (Task)start.Invoke(
            null, BindingFlags.DoNotWrapExceptions, null, [options, CancellationToken.None], null)!;
        await starting;
        var server = (IAsyncDisposable)starting.GetType().GetProperty("Result")!.GetValue(starting)!;
        return new Running(server, (string)serverType.GetProperty("Address")!.GetValue(server)!);
    }

    private static Assembly Load()
    {
        try
        {
            return Assembly.Load(AssemblyName);
        }
        catch (FileNotFoundException e)
        {
            throw new InvalidOperationException(
                $"The embedded Temporal server is not there: reference the project {AssemblyName}, " +
                "or name a server of Temporal's own in the options' ExistingPath",
                e);
        }
    }

    private static Type Find(Assembly assembly, string name) =>
        assembly.GetType($"{AssemblyName}.{name}") ?? throw Missing(name);

    private static void Set(object options, string name, object value) =>
        (options.GetType().GetProperty(name) ?? throw Missing(name)).SetValue(options, value);

    private static InvalidOperationException Missing(string name) =>
        new($"The assembly {AssemblyName} has no {name}: use one of the same version as this assembly");

    private sealed class Running(IAsyncDisposable server, string address) : IRunningServer
    {
        public string Address => address;

        public ValueTask DisposeAsync() => server.DisposeAsync();
    }
}
