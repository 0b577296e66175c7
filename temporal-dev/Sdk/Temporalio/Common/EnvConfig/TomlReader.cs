using System.Globalization;
using System.Text;

namespace Temporalio.Common.EnvConfig;

/// <summary>
/// Reads as much of TOML (https://toml.io, version 1.0) as profile files use: tables, dotted and quoted keys, inline
/// tables, strings of all four kinds, booleans, integers and floats.
/// </summary>
internal sealed class TomlReader
{
    private readonly string _text;
    private int _at;

    private TomlReader(string text) => _text = text.Replace("\r\n", "\n", StringComparison.Ordinal);

    /// <summary>Reads a document.</summary>
    /// <exception cref="InvalidOperationException">It is no TOML, or uses more of it than this reader knows.</exception>
    public static Dictionary<string, object> Read(string text) => new TomlReader(text).ReadDocument();

    private Dictionary<string, object> ReadDocument()
    {
        var root = new Dictionary<string, object>();
        var table = root;
        while (true)
        {
            SkipBlank();
            if (End)
            {
                return root;
            }

            if (Peek == '[')
            {
                _at++;
                table = TableAt(root, ReadKeys());
                Expect(']');
            }
            else
            {
                ReadPair(table);
            }

            SkipSpaces();
            SkipComment();
            if (!End)
            {
                Expect('\n');
            }
        }
    }

    private bool End => _at >= _text.Length;

    private char Peek => _at < _text.Length ? _text[_at] : '\0';

    private void ReadPair(Dictionary<string, object> table)
    {
        var keys = ReadKeys();
        Expect('=');
        SkipSpaces();
        var value = ReadValue();
        if (!TableAt(table, keys[..^1]).TryAdd(keys[^1], value))
        {
            throw Error($"key {keys[^1]} is there twice");
        }
    }

    private Dictionary<string, object> TableAt(Dictionary<string, object> table, List<string> keys)
    {
        foreach (var key in keys)
        {
            if (!table.TryGetValue(key, out var next))
            {
                table[key] = next = new Dictionary<string, object>();
            }

            table = next as Dictionary<string, object> ?? throw Error($"{key} is not a table");
        }

        return table;
    }

    private List<string> ReadKeys()
    {
        var keys = new List<string>();
        do
        {
            SkipSpaces();
            keys.Add(ReadKey());
            SkipSpaces();
        }
        while (Accept('.'));
        return keys;
    }

    private string ReadKey()
    {
        if (Peek is '"' or '\'')
        {
            return ReadString();
        }

        var start = _at;
        while (char.IsAsciiLetterOrDigit(Peek) || Peek is '_' or '-')
        {
            _at++;
        }

        return _at > start ? _text[start.._at] : throw Error("a key is missing");
    }

    private object ReadValue() => Peek switch
    {
        '"' or '\'' => ReadString(),
        '{' => ReadInlineTable(),
        _ => ReadScalar(),
    };

    private Dictionary<string, object> ReadInlineTable()
    {
        var table = new Dictionary<string, object>();
        Expect('{');
        SkipSpaces();
        if (Accept('}'))
        {
            return table;
        }

        do
        {
            ReadPair(table);
            SkipSpaces();
        }
        while (Accept(','));
        Expect('}');
        return table;
    }

    private object ReadScalar()
    {
        var start = _at;
        while (!End && Peek is not ('\n' or '#' or ',' or '}' or ']'))
        {
            _at++;
        }

        var text = _text[start.._at].Trim();
        return text switch
        {
            "true" => true,
            "false" => false,
            _ when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer) => integer,
            _ when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
            _ => throw Error($"'{text}' is no value"),
        };
    }

    private string ReadString()
    {
        var quote = Peek;
        var escapes = quote == '"';
        var fence = new string(quote, 3);
        if (string.CompareOrdinal(_text, _at, fence, 0, 3) == 0)
        {
            _at += 3;

            // A line break right after the opening does not belong to the text.
            Accept('\n');
            return ReadUntil(fence, escapes, true);
        }

        _at++;
        return ReadUntil(quote.ToString(), escapes, false);
    }

    private string ReadUntil(string closing, bool escapes, bool lines)
    {
        var result = new StringBuilder();
        while (string.CompareOrdinal(_text, _at, closing, 0, closing.Length) != 0)
        {
            if (End || (Peek == '\n' && !lines))
            {
                throw Error("a string does not end");
            }

            if (escapes && Peek == '\\')
            {
                ReadEscape(result);
            }
            else
            {
                result.Append(_text[_at++]);
            }
        }

        _at += closing.Length;
        return result.ToString();
    }

    private void ReadEscape(StringBuilder result)
    {
        _at++;
        var kind = Peek;
        _at++;
        switch (kind)
        {
            case 'n': result.Append('\n'); break;
            case 't': result.Append('\t'); break;
            case 'r': result.Append('\r'); break;
            case 'b': result.Append('\b'); break;
            case 'f': result.Append('\f'); break;
            case '"' or '\\': result.Append(kind); break;
            case 'u': ReadCodePoint(result, 4); break;
            case 'U': ReadCodePoint(result, 8); break;
            case '\n': SkipWhile(static c => c is ' ' or '\t' or '\n'); break;
            default: throw Error($"\\{kind} is no escape");
        }
    }

    private void ReadCodePoint(StringBuilder result, int digits)
    {
        if (_at + digits > _text.Length ||
            !int.TryParse(_text.AsSpan(_at, digits), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var point) ||
            !Rune.IsValid(point))
        {
            throw Error("a Unicode escape is wrong");
        }

        result.Append(new Rune(point).ToString());
        _at += digits;
    }

    private void SkipBlank()
    {
        do
        {
            SkipWhile(char.IsWhiteSpace);
            SkipComment();
        }
        while (Peek == '\n');
    }

    private void SkipSpaces() => SkipWhile(static c => c is ' ' or '\t');

    private void SkipComment()
    {
        if (Peek == '#')
        {
            SkipWhile(static c => c != '\n');
        }
    }

    private void SkipWhile(Func<char, bool> condition)
    {
        while (!End && condition(Peek))
        {
            _at++;
        }
    }

    private bool Accept(char expected)
    {
        if (Peek != expected || End)
        {
            return false;
        }

        _at++;
        return true;
    }

    private void Expect(char expected)
    {
        SkipSpaces();
        if (!Accept(expected))
        {
            throw Error(expected == '\n' ? "more than one thing on a line" : $"'{expected}' is missing");
        }
    }

    private InvalidOperationException Error(string what) =>
        new($"Invalid TOML in line {_text.AsSpan(0, Math.Min(_at, _text.Length)).Count('\n') + 1}: {what}");
}
