namespace Gauntlet.Temporal.Server.Store;

/// <summary>What belongs to no run: a namespace, a schedule, a batch. Whoever owns the kind knows what its data says.</summary>
/// <param name="Kind">What it is, such as <c>namespace</c>.</param>
/// <param name="Namespace">Namespace that it belongs to; empty for none.</param>
/// <param name="Id">Tells records of one kind and namespace apart.</param>
/// <param name="Data">Its content.</param>
internal sealed record StoredRecord(string Kind, string Namespace, string Id, string Data);
