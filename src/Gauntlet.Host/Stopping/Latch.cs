using Gauntlet.Contracts.Safety;
using Gauntlet.Host.CommandLine;
using Gauntlet.Host.Terminal;
using Gauntlet.Storage.Safety;
using Microsoft.Extensions.DependencyInjection;

namespace Gauntlet.Host.Stopping;

/// <summary>The stored emergency latch.</summary>
internal static class Latch
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5), Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Refuses to begin anything while the latch is closed.</summary>
    /// <exception cref="CommandException">It is closed; says why, since when, and how to lift it.</exception>
    public static async Task RequireOpenAsync(IServiceProvider stores, CancellationToken cancellation)
    {
        var latch = await stores.GetRequiredService<ILatchStore>().ReadAsync(cancellation);
        if (latch.Stopped) throw CommandException.Stopped($"{Describe(latch)}. Nothing starts until 'gauntlet resume --reason …' lifts it.");
    }

    /// <summary>Waits until a stop is stored, for some seconds.</summary>
    public static async Task WaitUntilStoredAsync(IServiceProvider stores, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        while (!(await stores.GetRequiredService<ILatchStore>().ReadAsync(patience.Token)).Stopped) await Task.Delay(Pause, patience.Token);
    }

    /// <summary>A closed latch in words.</summary>
    public static string Describe(LatchState latch) =>
        $"Emergency stop by {latch.By}{(latch.At is { } at ? $" at {Times.Of(at)}" : string.Empty)}: {latch.Reason}";
}
