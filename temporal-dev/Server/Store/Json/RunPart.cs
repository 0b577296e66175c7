namespace Gauntlet.Temporal.Server.Store.Json;

/// <summary>Kinds of things that a run has many of, or that seldom change; the numbers are stored.</summary>
internal enum PartKind
{
    Activity = 1,
    Timer = 2,
    Child = 3,
    Signal = 4,
    Cancel = 5,
    Update = 6,
    Buffered = 7,
    SignalRequest = 8,
    Request = 9,
    ResetPoint = 10,
    Memo = 11,
    SearchAttributes = 12,
    NexusOperation = 21,
    Callback = 22,
}

/// <summary>One such thing as it is stored.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Key">Tells it from others of the kind in the run.</param>
/// <param name="Data">Its content; null says that it is gone.</param>
internal readonly record struct RunPart(PartKind Kind, string Key, string? Data);
