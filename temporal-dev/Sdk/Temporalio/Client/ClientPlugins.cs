namespace Temporalio.Client;

/// <summary>Lets plugins have their say, the first outermost.</summary>
internal static class ClientPlugins
{
    /// <summary>The options as plugins want them; unchanged without plugins.</summary>
    public static TemporalClientOptions Configure(TemporalClientOptions options)
    {
        if (options.Plugins is not { Count: > 0 } plugins)
        {
            return options;
        }

        var copy = (TemporalClientOptions)options.Clone();
        foreach (var plugin in plugins)
        {
            plugin.ConfigureClient(copy);
        }

        return copy;
    }

    /// <summary>Connects through the plugins.</summary>
    public static Task<TemporalConnection> ConnectAsync(TemporalClientConnectOptions options)
    {
        Func<TemporalClientConnectOptions, Task<TemporalConnection>> connect = TemporalConnection.ConnectAsync;
        foreach (var plugin in (options.Plugins ?? []).Reverse())
        {
            var next = connect;
            connect = changed => plugin.ConnectAsync(changed, next);
        }

        return connect(options.Plugins is null ? options : (TemporalClientConnectOptions)options.Clone());
    }
}
