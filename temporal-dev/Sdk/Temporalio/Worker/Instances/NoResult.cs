namespace Temporalio.Worker.Instances;

/// <summary>Result type of calls that want none.</summary>
internal readonly record struct NoResult;
