namespace Gauntlet.Storage.Migrations;

/// <summary>The schema that is there does not fit this program.</summary>
/// <param name="message">What is wrong, and the remedy.</param>
public sealed class MigrationException(string message) : Exception(message);
