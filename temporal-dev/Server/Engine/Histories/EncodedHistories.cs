using Gauntlet.Temporal.Server.Engine.State;
using Google.Protobuf;
using Temporalio.Api.History.V1;

namespace Gauntlet.Temporal.Server.Engine.Histories;

/// <summary>Histories from the first event to one of them as bytes, those read last: what is stored never changes, so that reading it again need not write it again.</summary>
internal sealed class EncodedHistories
{
    private const int MostBytes = 16 * 1024 * 1024;

    private readonly Lock _lock = new();
    private readonly Dictionary<Extent, LinkedListNode<Encoded>> _kept = [];
    private readonly LinkedList<Encoded> _byUse = new();
    private int _bytes;

    /// <summary>One that was read before; null for one that is not kept.</summary>
    public ByteString? Find(RunKey run, long last)
    {
        lock (_lock)
        {
            if (!_kept.TryGetValue(new(run, last), out var node)) return null;
            _byUse.Remove(node);
            _byUse.AddLast(node);
            return node.Value.Bytes;
        }
    }

    /// <summary>Keeps one in place of those not read for longest.</summary>
    public ByteString Keep(RunKey run, long last, History history)
    {
        var encoded = new Encoded(new(run, last), history.ToByteString());
        lock (_lock)
        {
            if (encoded.Bytes.Length > MostBytes || _kept.ContainsKey(encoded.Key)) return encoded.Bytes;
            _kept.Add(encoded.Key, _byUse.AddLast(encoded));
            _bytes += encoded.Bytes.Length;
            while (_bytes > MostBytes && _byUse.First is { } oldest)
            {
                _byUse.RemoveFirst();
                _kept.Remove(oldest.Value.Key);
                _bytes -= oldest.Value.Bytes.Length;
            }
        }

        return encoded.Bytes;
    }

    private readonly record struct Extent(RunKey Run, long Last);

    private sealed record Encoded(Extent Key, ByteString Bytes);
}
