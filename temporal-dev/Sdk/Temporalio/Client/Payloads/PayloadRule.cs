namespace Temporalio.Client;

/// <summary>How a field of a request is measured before it is sent.</summary>
/// <param name="Kind">Which limit.</param>
/// <param name="IsRefused">Whether it may not be sent above the limit; otherwise it is only warned of.</param>
internal readonly record struct PayloadRule(PayloadKind Kind, bool IsRefused);
