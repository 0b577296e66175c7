using System.Reflection;
using Temporalio.Api.Common.V1;
using Temporalio.Converters;

namespace Temporalio.Worker.Instances;

/// <summary>Turns payloads into the arguments of a method.</summary>
internal static class Parameters
{
    /// <summary>Arguments for a method's parameters: missing trailing ones take their defaults, extra payloads are dropped.</summary>
    /// <exception cref="InvalidOperationException">A required argument is missing or cannot be converted.</exception>
    public static object?[] Decode(IPayloadConverter converter, IReadOnlyList<Payload> payloads, ParameterInfo[] parameters)
    {
        if (parameters.Length == 1 && parameters[0].ParameterType == typeof(IRawValue[]))
        {
            return [Raw(payloads)];
        }

        var required = parameters.Count(p => !p.HasDefaultValue);
        if (payloads.Count < required)
        {
            throw new InvalidOperationException(
                $"{parameters[0].Member} was given {payloads.Count} parameter(s) but requires {required}");
        }

        var args = new object?[parameters.Length];
        for (var i = 0; i < args.Length; i++)
        {
            args[i] = i < payloads.Count ? Convert(converter, payloads[i], parameters[i].ParameterType, $"{parameters[i].Member}") : parameters[i].DefaultValue;
        }

        return args;
    }

    /// <summary>Arguments of a dynamic handler: its name and the payloads as they are.</summary>
    public static object?[] DecodeDynamic(string name, IReadOnlyList<Payload> payloads) => [name, Raw(payloads)];

    /// <summary>Converts one argument.</summary>
    /// <exception cref="InvalidOperationException">It cannot be converted.</exception>
    public static object? Convert(IPayloadConverter converter, Payload payload, Type type, string of)
    {
        try
        {
            return converter.ToValue(payload, type);
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"{of} had failure decoding parameters", e);
        }
    }

    private static IRawValue[] Raw(IReadOnlyList<Payload> payloads) => [.. payloads.Select(p => new RawValue(p))];
}
