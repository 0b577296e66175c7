namespace Gauntlet.Temporal.Server.Visibility;

/// <summary>An attribute and one value of it, as text.</summary>
internal readonly record struct RunAttribute(string Name, string Value);
