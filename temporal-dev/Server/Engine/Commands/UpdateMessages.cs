using Temporalio.Api.Protocol.V1;

namespace Gauntlet.Temporal.Server.Engine.Commands;

/// <summary>Messages that came with a completion: each is used once, at its command or at the end.</summary>
internal sealed class UpdateMessages(IEnumerable<Message> messages)
{
    private readonly List<Message> _left = [.. messages];

    public bool IsEmpty => _left.Count == 0;

    public IReadOnlyList<Message> Left => _left;

    /// <summary>The message of that id; null when there is none, or it was used.</summary>
    public Message? Take(string id)
    {
        var message = _left.Find(m => m.Id == id);
        if (message is not null)
        {
            _left.Remove(message);
        }

        return message;
    }

    /// <summary>Those that no command named, in order.</summary>
    public IReadOnlyList<Message> TakeRest()
    {
        List<Message> rest = [.. _left];
        _left.Clear();
        return rest;
    }
}
