namespace Gauntlet.Host.Composition;

/// <summary>What was started and is to be ended, last first.</summary>
internal sealed class Parts : IAsyncDisposable
{
    private readonly Stack<IAsyncDisposable> _parts = new();

    public TPart Add<TPart>(TPart part)
        where TPart : IAsyncDisposable
    {
        _parts.Push(part);
        return part;
    }

    /// <summary>Adds a part that ends at once.</summary>
    public void AddNow(IDisposable part) => _parts.Push(new Now(part));

    public async ValueTask DisposeAsync()
    {
        while (_parts.TryPop(out var part)) await part.DisposeAsync();
    }

    private sealed class Now(IDisposable part) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            part.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
