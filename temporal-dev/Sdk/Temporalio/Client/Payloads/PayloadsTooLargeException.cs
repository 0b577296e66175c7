using Temporalio.Exceptions;

namespace Temporalio.Client;

/// <summary>A request was not sent because the server would refuse a field for its size.</summary>
/// <param name="field">The field.</param>
/// <param name="limit">What the server takes, in bytes.</param>
internal sealed class PayloadsTooLargeException(PayloadSize field, long limit)
    : RpcException(StatusCode.InvalidArgument, $"{PayloadGuard.Above("error", field.Rule.Kind)} Field {field.Field}: {field.Bytes} bytes, limit {limit} bytes", null)
{
}
