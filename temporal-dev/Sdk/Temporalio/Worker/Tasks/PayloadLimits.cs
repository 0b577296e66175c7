using Google.Protobuf;
using Google.Protobuf.Reflection;
using Microsoft.Extensions.Logging;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;

namespace Temporalio.Worker.Tasks;

/// <summary>Looks at the size of payloads before they are sent: large ones are warned of, those over the namespace's limit fail the task.</summary>
/// <param name="context">The worker.</param>
internal sealed class PayloadLimits(WorkerContext context)
{
    private readonly ILogger _logger = context.LoggerFactory.CreateLogger<TemporalWorker>();

    /// <summary>Checks what a workflow task asks for.</summary>
    /// <exception cref="TaskTooLargeException">A payload is over the limit.</exception>
    public void Check(IEnumerable<IMessage> messages)
    {
        var warning = context.Connection.Options.PayloadLimits;
        long[] sizes = [warning.PayloadsWarnSize, warning.MemoWarnSize, context.PayloadsErrorSize, context.MemoErrorSize];
        var smallest = sizes.Min(Threshold);
        foreach (var message in messages)
        {
            // Nothing within can be larger than the whole, and most are small.
            if (message.CalculateSize() > smallest)
            {
                Visit(message);
            }
        }
    }

    // None is none that anything reaches.
    private static long Threshold(long size) => size > 0 ? size : long.MaxValue;

    private void Visit(IMessage message)
    {
        foreach (var field in message.Descriptor.Fields.InDeclarationOrder())
        {
            if (field.FieldType != FieldType.Message || field.IsMap)
            {
                continue;
            }

            if (field.IsRepeated)
            {
                foreach (IMessage item in (System.Collections.IList)field.Accessor.GetValue(message))
                {
                    Visit(item);
                }
            }
            else if (field.Accessor.HasValue(message))
            {
                Measure((IMessage)field.Accessor.GetValue(message));
            }
        }
    }

    private void Measure(IMessage value)
    {
        switch (value)
        {
            case Payloads payloads:
                Measure("payloads", payloads.CalculateSize(), context.Connection.Options.PayloadLimits.PayloadsWarnSize, context.PayloadsErrorSize);
                break;
            case Memo memo:
                Measure("memo", memo.CalculateSize(), context.Connection.Options.PayloadLimits.MemoWarnSize, context.MemoErrorSize);
                break;
            default:
                Visit(value);
                break;
        }
    }

    private void Measure(string what, int size, int warning, long error)
    {
        if (error > 0 && size > error && !context.Options.DisablePayloadErrorLimit)
        {
            var message = $"[TMPRL1103] Attempted to upload {what} with size that exceeded the error limit.";
            _logger.LogError("{Message} Size: {Size} bytes, limit: {Limit} bytes", message, size, error);
            throw new TaskTooLargeException(WorkflowTaskFailedCause.PayloadsTooLarge, $"{message} Size: {size} bytes, limit: {error} bytes");
        }

        if (size > Threshold(warning))
        {
            _logger.LogWarning(
                "[TMPRL1103] Attempted to upload {What} with size that exceeded the warning limit. Size: {Size} bytes, limit: {Limit} bytes",
                what,
                size,
                warning);
        }
    }
}
