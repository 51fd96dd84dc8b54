"""News that nobody printed: Russian and English articles, as many bytes as are asked for and the same for the same seed.

    python3 articles.py MEGABYTES [SEED]        documents as JSON lines on standard output

Most sentences tell of weather, roads and schools; about every eighth tells of money, with names made of syllables.
"""

import json
import random
import sys

SYLLABLES = {
    "en": "bar cal dor fen gran hol kes lin mar nor os pel quin ros sal tar ul ver wen yar".split(),
    "ru": "бар вел гор дан ка лас мир нев ор пал рос сев тар ур фин хол цен шар эл яр".split(),
}
TAILS = {
    "en": ["Capital", "Partners", "Robotics", "Energy", "Foods", "Freight", "Labs", "Holdings"],
    "ru": ["Капитал", "Партнерс", "Софт", "Энерго", "Лаб", "Трейд", "Логистика", "Холдинг"],
}
DEALS = {
    "en": [
        "{a} invested ${n} million in {b}.",
        "{b} has raised ${n} million in a series A round led by {a}, with participation from {c}.",
        "{a} acquired {b} for ${n} million, the companies said on Monday.",
        "{b}, which {a} bought in {y}, will keep its name and its staff.",
        "{a} owns {p}% of {b}.",
        "{c} lent {b} ${n} million for a new plant.",
        "{a} denied that it had agreed to buy {b}.",
        "According to two people familiar with the matter, {a} is in talks to buy a stake in {b}.",
    ],
    "ru": [
        "Фонд «{a}» вложил {n} млн рублей в компанию «{b}».",
        "Компания «{b}» привлекла {n} млн рублей от фонда «{a}» и инвестора «{c}».",
        "Группа «{a}» купила {p}% компании «{b}» за {n} млн рублей.",
        "«{b}», купленная в {y} году группой «{a}», сохранит название и сотрудников.",
        "Холдингу «{a}» принадлежит {p}% акций «{b}».",
        "Банк «{c}» выдал компании «{b}» кредит на {n} млн рублей.",
        "В «{a}» опровергли покупку компании «{b}».",
        "По словам двух собеседников, «{a}» ведёт переговоры о покупке доли в «{b}».",
    ],
}
FILLING = {
    "en": [
        "The bridge will stay closed until the end of the month, and buses take the longer road along the river.",
        "Pupils of the second school planted forty lime trees by the stadium on Saturday.",
        "The library opens at nine and closes at six, but on the first Monday of the month it is shut.",
        "Rain is expected in the west, with gusts of up to eighteen metres a second near the coast.",
        "“We did not think that so many people would come,” said the head of the choir after the concert.",
        "The new timetable shortens the journey by eleven minutes, though the train no longer stops at the mill.",
        "Doctors advise those over sixty to be vaccinated before the first frost.",
        "The exhibition shows ninety drawings and a model of the harbour as it was before the fire.",
        "Two lanes were closed for three hours after a lorry had lost its load of gravel.",
        "The council will hear the residents of the quarter again in spring.",
    ],
    "ru": [
        "Мост закрыт до конца месяца, автобусы ходят по длинной дороге вдоль реки.",
        "В субботу ученики второй школы посадили у стадиона сорок лип.",
        "Библиотека открывается в девять и закрывается в шесть, а в первый понедельник месяца не работает.",
        "На западе ожидаются дожди, на побережье порывы ветра до восемнадцати метров в секунду.",
        "«Мы не думали, что придёт столько людей», — сказала после концерта руководитель хора.",
        "По новому расписанию дорога займёт на одиннадцать минут меньше, но поезд больше не останавливается у мельницы.",
        "Врачи советуют тем, кому за шестьдесят, сделать прививку до первых морозов.",
        "На выставке девяносто рисунков и макет гавани, какой она была до пожара.",
        "Две полосы были закрыты три часа: грузовик рассыпал щебень.",
        "Весной городской совет снова выслушает жителей квартала.",
    ],
}


def name(chance, lang):
    syllables = SYLLABLES[lang]
    head = "".join(chance.choice(syllables) for _ in range(chance.choice((2, 3, 3, 4)))).capitalize()
    return f"{head} {chance.choice(TAILS[lang])}" if chance.random() < 0.7 else head


def sentence(chance, lang, names):
    if chance.random() >= 0.12:
        return chance.choice(FILLING[lang])
    a, b, c = chance.sample(names, 3)
    return chance.choice(DEALS[lang]).format(a=a, b=b, c=c, n=chance.randint(2, 900), p=chance.randint(5, 95),
                                             y=chance.randint(2001, 2024))


def article(chance, number):
    """One document as a line of JSON, in UTF-8."""
    lang = "ru" if chance.random() < 0.5 else "en"
    names = [name(chance, lang) for _ in range(4)]
    paragraphs = (" ".join(sentence(chance, lang, names) for _ in range(chance.randint(2, 5)))
                  for _ in range(chance.randint(2, 9)))
    line = {"id": f"n{number}", "date": f"{chance.randint(2015, 2024)}-{chance.randint(1, 12):02}",
            "text": "\n\n".join(paragraphs)}
    return (json.dumps(line, ensure_ascii=False) + "\n").encode()


def articles(size, seed):
    """Lines that together come to `size` bytes or a little more."""
    chance = random.Random(seed)
    number = 0
    while size > 0:
        number += 1
        line = article(chance, number)
        size -= len(line)
        yield line


def main():
    for line in articles(int(float(sys.argv[1]) * 1e6), int(sys.argv[2]) if len(sys.argv) > 2 else 1):
        sys.stdout.buffer.write(line)


if __name__ == "__main__":
    main()
