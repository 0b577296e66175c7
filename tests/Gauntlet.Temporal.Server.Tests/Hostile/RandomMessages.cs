using System.Collections;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Gauntlet.Temporal.Server.Tests.Hostile;

/// <summary>Messages of any type with values that nobody would choose.</summary>
internal static class RandomMessages
{
    private static readonly string[] Texts = ["", " ", "x", "default", "\0", "ünï→", new('y', 1001), "'; DROP", "2026-01-01T00:00:00Z", "00000000-0000-0000-0000-000000000000"];
    private static readonly long[] Numbers = [0, 1, -1, 2, 1000, int.MaxValue, int.MinValue, long.MaxValue, long.MinValue, 315_576_000_001];

    /// <summary>A message in which every second field is set.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="random">Decides.</param>
    /// <param name="depth">How deep messages stand within messages at most.</param>
    public static IMessage Of(MessageDescriptor type, Random random, int depth)
    {
        var message = (IMessage)Activator.CreateInstance(type.ClrType)!;
        foreach (var field in type.Fields.InDeclarationOrder())
        {
            if (random.Next(2) == 0 || field.IsMap || Value(field, random, depth) is not { } value) continue;
            if (field.IsRepeated) ((IList)field.Accessor.GetValue(message)).Add(value);
            else field.Accessor.SetValue(message, value);
        }

        return message;
    }

    private static object? Value(FieldDescriptor field, Random random, int depth)
    {
        var number = Numbers[random.Next(Numbers.Length)];
        return field.FieldType switch
        {
            FieldType.String => Texts[random.Next(Texts.Length)],
            FieldType.Bytes => ByteString.CopyFromUtf8(Texts[random.Next(Texts.Length)]),
            FieldType.Bool => random.Next(2) == 0,
            FieldType.Double => (double)number,
            FieldType.Float => (float)number,
            FieldType.Int64 or FieldType.SInt64 or FieldType.SFixed64 => number,
            FieldType.UInt64 or FieldType.Fixed64 => unchecked((ulong)number),
            FieldType.Int32 or FieldType.SInt32 or FieldType.SFixed32 => unchecked((int)number),
            FieldType.UInt32 or FieldType.Fixed32 => unchecked((uint)number),
            FieldType.Enum => Enum.ToObject(field.EnumType.ClrType, unchecked((int)number)),

            // Wrapped values stand as the values themselves.
            FieldType.Message when depth > 0 && !field.MessageType.FullName.EndsWith("Value", StringComparison.Ordinal) => Of(field.MessageType, random, depth - 1),
            _ => null,
        };
    }
}
