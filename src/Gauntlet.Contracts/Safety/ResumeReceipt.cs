namespace Gauntlet.Contracts.Safety;

/// <summary>Answer of the update <c>resume</c>.</summary>
/// <param name="Resumed">Ids of the workflows that go on, sorted.</param>
public sealed record ResumeReceipt(IReadOnlyList<string> Resumed);
