using System.Text;

namespace Gauntlet.Temporal.Server.Visibility.Filters;

/// <summary>Cuts a list filter into tokens, by the rules of the SQL dialect that Temporal's filters are written in.</summary>
internal sealed class FilterLexer(string filter)
{
    private static readonly string[] Symbols = ["<=>", "<=", ">=", "<>", "!=", "&&", "||", "=", "<", ">", "(", ")", ",", ";", ".", "-", "+", "*", "/"];

    private int _at;

    /// <summary>The next token; <see cref="FilterTokenKind.End"/> again and again at the end.</summary>
    public FilterToken Next()
    {
        SkipBlanks();
        if (_at >= filter.Length) return new(FilterTokenKind.End, string.Empty, filter.Length);
        var c = filter[_at];
        if (IsLetter(c)) return Word();
        if (char.IsAsciiDigit(c) || (c == '.' && char.IsAsciiDigit(Peek(1)))) return Number();
        if (c is '\'' or '"') return Quoted(FilterTokenKind.Text);
        if (c == '`') return Quoted(FilterTokenKind.QuotedName);
        return c is '?' or ':' ? Placeholder() : Symbol();
    }

    private void SkipBlanks()
    {
        while (_at < filter.Length)
        {
            if (char.IsWhiteSpace(filter[_at])) _at++;
            else if (filter[_at] == '#' || Sees("--")) SkipTo("\n");
            else if (Sees("/*")) SkipTo("*/");
            else return;
        }
    }

    private void SkipTo(string end)
    {
        var found = filter.IndexOf(end, _at, StringComparison.Ordinal);
        _at = found < 0 ? filter.Length : found + end.Length;
    }

    private FilterToken Word()
    {
        var start = _at;
        while (_at < filter.Length && (IsLetter(filter[_at]) || char.IsAsciiDigit(filter[_at]))) _at++;
        return new(FilterTokenKind.Word, filter[start.._at], _at);
    }

    private FilterToken Number()
    {
        var start = _at;
        if (filter[_at] == '0' && Peek(1) is 'x' or 'X')
        {
            _at += 2;
            SkipWhile(char.IsAsciiHexDigit);
            return new(FilterTokenKind.Unreadable, filter[start.._at], _at);
        }

        SkipWhile(char.IsAsciiDigit);
        if (Peek(0) == '.')
        {
            _at++;
            SkipWhile(char.IsAsciiDigit);
        }

        if (Peek(0) is 'e' or 'E' && (char.IsAsciiDigit(Peek(1)) || (Peek(1) is '+' or '-' && char.IsAsciiDigit(Peek(2)))))
        {
            _at += 2;
            SkipWhile(char.IsAsciiDigit);
        }

        return new(FilterTokenKind.Number, filter[start.._at], _at);
    }

    // A quote is written twice, or behind a backslash; a backslash before any other character is dropped.
    private FilterToken Quoted(FilterTokenKind kind)
    {
        var quote = filter[_at++];
        var text = new StringBuilder();
        while (_at < filter.Length)
        {
            var c = filter[_at++];
            if (c == quote)
            {
                if (Peek(0) != quote) return new(kind, text.ToString(), _at);
                _at++;
            }
            else if (c == '\\' && kind == FilterTokenKind.Text && _at < filter.Length)
            {
                c = Unescaped(filter[_at++]);
            }

            text.Append(c);
        }

        return new(FilterTokenKind.Bad, text.ToString(), _at);
    }

    private FilterToken Placeholder()
    {
        var start = _at++;
        SkipWhile(static c => IsLetter(c) || char.IsAsciiDigit(c));
        return new(FilterTokenKind.Unreadable, filter[start.._at], _at);
    }

    private FilterToken Symbol()
    {
        var symbol = Array.Find(Symbols, Sees);
        if (symbol is null) return new(FilterTokenKind.Bad, string.Empty, ++_at);
        _at += symbol.Length;
        return new(FilterTokenKind.Symbol, symbol, _at);
    }

    private void SkipWhile(Func<char, bool> holds)
    {
        while (_at < filter.Length && holds(filter[_at])) _at++;
    }

    private char Peek(int ahead) => _at + ahead < filter.Length ? filter[_at + ahead] : '\0';

    private bool Sees(string text) => string.CompareOrdinal(filter, _at, text, 0, text.Length) == 0;

    private static bool IsLetter(char c) => char.IsAsciiLetter(c) || c is '_' or '@';

    private static char Unescaped(char c) => c switch
    {
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        '0' => '\0',
        'b' => '\b',
        'Z' => '\u001a',
        _ => c,
    };
}
