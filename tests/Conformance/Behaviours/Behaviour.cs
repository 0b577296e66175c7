namespace Gauntlet.Conformance.Tests.Behaviours;

/// <summary>One thing that an application can see of the SDK on a server.</summary>
/// <param name="Name">Area and behaviour, unique.</param>
/// <param name="Play">Plays it and says what was seen; the same on every server.</param>
internal sealed record Behaviour(string Name, Func<Stage, Task<string>> Play);
